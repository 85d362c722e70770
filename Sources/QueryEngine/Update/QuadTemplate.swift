import QuerySyntax
import RDF
import TripleStore

/// The quads that a template makes of solutions, gathered as ids of the query's terms.
///
/// A quad with an unbound part, a literal as subject or graph, or a predicate that is no IRI is left out (SPARQL 1.1 Update
/// §3.1.3). Blank nodes of the template are new in every solution.
final class QuadTemplate {
  private enum Part {
    case fixed(TermID)
    case column(Int)
    /// A blank node of the template, by its number.
    case blank(Int)
    /// Nothing binds it.
    case unbound
    /// The unnamed graph.
    case unnamed
  }

  private typealias Quad = (TermID, TermID, TermID, graph: TermID)

  private let context: QueryContext
  private let template: [[Part]]
  private let blankCount: Int
  private var quads: [Quad] = []

  /// - Parameters:
  ///   - defaultGraph: The graph of a quad that names none; nil = the unnamed one.
  ///   - columns: The variables of the solutions.
  init(_ quads: [QuadPattern], defaultGraph: IRI?, columns: [Variable], _ context: QueryContext) {
    self.context = context
    var blanks: [Variable] = []
    func part(_ term: PatternTerm) -> Part {
      switch term {
      case .term(let term): return .fixed(context.pool.id(for: term))
      case .variable(let variable) where variable.isHidden:
        if let known = blanks.firstIndex(of: variable) { return .blank(known) }
        blanks.append(variable)
        return .blank(blanks.count - 1)
      case .variable(let variable): return columns.firstIndex(of: variable).map(Part.column) ?? .unbound
      }
    }
    template = quads.map { quad in
      let graph = quad.graph ?? defaultGraph.map { .term(.iri($0)) }
      return [part(quad.triple.subject), part(quad.triple.predicate), part(quad.triple.object)]
        + [graph.map(part) ?? .unnamed]
    }
    blankCount = blanks.count
  }

  /// Adds the quads of one solution.
  func fill(from batch: Batch, _ row: Int) throws {
    let blanks = (0..<blankCount).map { _ in context.pool.freshBlank() }
    for parts in template {
      func id(_ part: Part) -> TermID {
        switch part {
        case .fixed(let id): id
        case .column(let column): batch.columns[column][row]
        case .blank(let number): blanks[number]
        case .unbound, .unnamed: .none
        }
      }
      let (subject, predicate, object) = (id(parts[0]), id(parts[1]), id(parts[2]))
      guard subject.isBound, predicate.isBound, object.isBound,
        context.pool.kind(subject) != .literal, context.pool.kind(predicate) == .iri
      else { continue }
      let graph = id(parts[3])
      if case .unnamed = parts[3] {
      } else if !graph.isBound || context.pool.kind(graph) == .literal {
        continue
      }
      try context.charge(MemoryLayout<Quad>.size)
      quads.append((subject, predicate, object, graph))
    }
  }

  /// Calls `body` with each quad whose terms the store holds: no other can be in it.
  func forEachStored(_ body: (TermID, TermID, TermID, TermID) throws -> Void) rethrows {
    for quad in quads where ![quad.0, quad.1, quad.2, quad.graph].contains(where: { $0.kind == .local }) {
      try body(quad.0, quad.1, quad.2, quad.graph)
    }
  }

  /// Calls `body` with each quad, after the terms that the query made have become the store's.
  func forEachInterned(
    in transaction: Transaction, _ body: (TermID, TermID, TermID, TermID) throws -> Void
  ) throws {
    var interned: [TermID: TermID] = [:]
    func stored(_ id: TermID) throws -> TermID {
      guard id.kind == .local else { return id }
      if let known = interned[id] { return known }
      let made =
        context.pool.kind(id) == .blank
        ? transaction.newBlank() : try context.pool.withTerm(id) { try transaction.intern($0) }
      interned[id] = made
      return made
    }
    for quad in quads {
      try body(stored(quad.0), stored(quad.1), stored(quad.2), stored(quad.graph))
    }
  }
}
