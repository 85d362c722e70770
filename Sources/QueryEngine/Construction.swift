import QuerySyntax
import RDF
import TripleStore

/// The triples of a CONSTRUCT: the template once for each solution, each triple once (SPARQL 1.1 §16.2).
///
/// A triple with an unbound part, a literal as subject or a predicate that is no IRI is left out. Blank nodes of the template
/// are new in every solution.
final class Construction {
  private enum Part {
    case fixed(TermID)
    case column(Int)
    /// Nothing binds it.
    case unbound
    /// A blank node of the template, by its number.
    case blank(Int)
  }

  private let template: [[Part]]
  private let source: any Operator
  private let context: QueryContext
  private let blanks: Int

  init(_ template: [TriplePattern], _ plan: Plan, _ source: any Operator, _ context: QueryContext) {
    self.source = source
    self.context = context
    var names: [Variable] = []
    func part(_ term: PatternTerm) -> Part {
      switch term {
      case .term(let term): return .fixed(context.pool.id(for: term))
      case .variable(let variable) where variable.isHidden:
        if let known = names.firstIndex(of: variable) { return .blank(known) }
        names.append(variable)
        return .blank(names.count - 1)
      case .variable(let variable):
        return plan.variables.firstIndex(of: variable).map(Part.column) ?? .unbound
      }
    }
    self.template = template.map { [part($0.subject), part($0.predicate), part($0.object)] }
    blanks = names.count
  }

  func stream() -> TripleStream {
    TripleStream { [self] body in
      let seen = RowSet(width: 3, context: context)
      let row = Batch(columns: 3)
      var solution = 0
      while try source.next() {
        try context.checkpoint()
        for index in 0..<source.output.count {
          for parts in template {
            guard fill(row, parts, index, solution), isTriple(row) else { continue }
            let known = seen.count
            guard try seen.number(of: 0, in: row.columns) == known else { continue }
            try context.pool.emit(row.columns[0][0], row.columns[1][0], row.columns[2][0], body)
          }
          solution += 1
        }
      }
    }
  }

  private func fill(_ row: Batch, _ parts: [Part], _ index: Int, _ solution: Int) -> Bool {
    for (position, part) in parts.enumerated() {
      let id: TermID
      switch part {
      case .fixed(let fixed): id = fixed
      case .column(let column): id = source.output.columns[column][index]
      case .unbound: return false
      case .blank(let number): id = context.pool.id(for: .blank(BlankNode("c\(solution * blanks + number)")))
      }
      guard id.isBound else { return false }
      row.columns[position][0] = id
    }
    return true
  }

  private func isTriple(_ row: Batch) -> Bool {
    context.pool.kind(row.columns[0][0]) != .literal && context.pool.kind(row.columns[1][0]) == .iri
  }
}

extension TermPool {
  /// Hands a triple of ids to `body` as bytes.
  func emit(
    _ subject: TermID, _ predicate: TermID, _ object: TermID,
    _ body: (TermBytes, TermBytes, TermBytes) throws -> Void
  ) throws {
    try withTerm(subject) { subject in
      try withTerm(predicate) { predicate in
        try withTerm(object) { object in try body(subject, predicate, object) }
      }
    }
  }
}
