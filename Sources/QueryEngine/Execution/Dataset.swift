import QuerySyntax
import RDF
import TripleStore

/// The RDF dataset of a query (SPARQL 1.1 §13): which graphs make its default graph and which may be named.
///
/// Without FROM and FROM NAMED the default graph is the union of all graphs (or, on request, what stands in no named graph), and
/// every named graph may be named.
struct Dataset {
  /// Merged into the default graph; `none` among them is what stands in no named graph. nil = the union of all graphs.
  let defaultGraphs: [TermID]?
  /// nil = every named graph of the store.
  let namedGraphs: [TermID]?

  init(_ clause: DatasetClause?, snapshot: Snapshot, union: Bool) {
    guard let clause else {
      defaultGraphs = union ? nil : [.none]
      namedGraphs = nil
      return
    }
    let ids = { (iris: [IRI]) in
      Set(iris.map { snapshot.id(of: .iri($0)) }.filter(\.isBound)).sorted()
    }
    defaultGraphs = ids(clause.defaultGraphs)
    namedGraphs = ids(clause.namedGraphs)
  }

  /// How scans read the default graph.
  var defaultSelection: GraphSelection {
    guard let defaultGraphs else { return .union }
    return defaultGraphs.count == 1 ? .graph(defaultGraphs[0]) : .merged(defaultGraphs)
  }

  /// The graphs that GRAPH may visit, in id order.
  func graphs(in snapshot: Snapshot) -> [TermID] {
    guard let namedGraphs else { return snapshot.graphs }
    let existing = Set(snapshot.graphs)
    return namedGraphs.filter(existing.contains)
  }

  func mayName(_ graph: TermID) -> Bool { namedGraphs?.contains(graph) ?? true }
}

/// The graph that a pattern is matched against.
enum ActiveGraph: Hashable {
  case defaultGraph
  case named(TermID)
  /// Each named graph in turn, its name bound to the variable.
  case each(Variable)
}
