import Diagnostics
import QuerySyntax
import RDF
import TripleStore

/// Graph management (SPARQL 1.1 Update §3.2). A graph exists as long as it has a triple, or CREATE has made it in this request;
/// so to clear a graph is to drop it.
extension UpdateRun {
  func clear(_ target: GraphTarget, silent: Bool) throws {
    switch target {
    case .graph(let graph):
      if try exists(graph, silent: silent) { try transaction.removeGraph(.iri(graph)) }
      created.remove(graph)
    case .defaultGraph: try transaction.removeGraph(TermID.none)
    case .named:
      for graph in try transaction.snapshot().graphs { try transaction.removeGraph(graph) }
      created.removeAll()
    case .all:
      try transaction.removeEverything()
      created.removeAll()
    }
  }

  func create(_ graph: IRI, silent: Bool) throws {
    let isThere = try count(graph) > 0 || created.contains(graph)
    if isThere, !silent {
      throw Diagnostic.error("the graph \(graph) exists already", hint: "CREATE SILENT goes on")
    }
    created.insert(graph)
  }

  /// ADD, COPY and MOVE; nil is the unnamed graph.
  func transfer(from: IRI?, to: IRI?, silent: Bool, emptiesTarget: Bool, removesSource: Bool) throws {
    if let from, try !exists(from, silent: silent) { return }
    if from == to { return }
    let source = try from.map { try transaction.intern(.iri($0)) } ?? .none
    let target = try to.map { try transaction.intern(.iri($0)) } ?? .none
    let quads = try triples(of: source)
    if emptiesTarget { try transaction.removeGraph(target) }
    for (subject, predicate, object) in quads {
      try transaction.insert(subject, predicate, object, graph: target)
    }
    if removesSource { try transaction.removeGraph(source) }
  }

  /// Whether a graph exists; an error where it does not and the operation is not silent.
  private func exists(_ graph: IRI, silent: Bool) throws -> Bool {
    if try count(graph) > 0 { return true }
    if silent || created.contains(graph) { return false }
    throw Diagnostic.error("there is no graph \(graph)", hint: "with SILENT that is no error")
  }

  private func count(_ graph: IRI) throws -> Int {
    let snapshot = try transaction.snapshot()
    let id = snapshot.id(of: .iri(graph))
    return id.isBound ? snapshot.count(.spo, [], graph: .graph(id)) : 0
  }

  private func triples(of graph: TermID) throws -> [(TermID, TermID, TermID)] {
    let scan = try transaction.snapshot().scan(.spo, graph: .graph(graph))
    let batch = Batch(columns: 3)
    var found: [(TermID, TermID, TermID)] = []
    while case let count = scan.next(
      batch.columns[0], batch.columns[1], batch.columns[2], graph: nil, capacity: Batch.capacity), count > 0
    {
      for row in 0..<count {
        found.append((batch.columns[0][row], batch.columns[1][row], batch.columns[2][row]))
      }
    }
    return found
  }
}
