import Diagnostics
import QueryEngine
import QuerySyntax
import RDF

/// The triples that a profile without a CONSTRUCT stands for: each edge with its relation, each node with its class and label.
struct EdgeStatements {
  let profile: Profile
  let edges: Query
  let source: any GraphSource
  let options: QueryOptions

  /// Writes the triples and returns their number.
  func write(to writer: inout some QuadWriter) throws -> Int {
    var count = 0
    if let nodes = profile.nodes {
      let names = nodes.variables.map(\.name)
      let place = names.firstIndex(of: "node") ?? 0
      let described = [("kind", RDF.type), ("label", RDFS.label)].compactMap { name, predicate in
        names.firstIndex(of: name).map { ($0, predicate) }
      }
      try forEachRow(nodes) { row in
        guard let node = row[place] else { return }
        for (column, predicate) in described {
          guard let value = row[column], (value.kind == .iri) == (predicate == RDF.type) else { continue }
          try Term.iri(predicate).withBytes {
            try writer.add(subject: node, predicate: $0, object: value, graph: nil)
          }
          count += 1
        }
      }
    }
    let names = edges.variables.map(\.name)
    guard let relation = names.firstIndex(of: "relation"), let from = names.firstIndex(of: "source"),
      let to = names.firstIndex(of: "target")
    else {
      throw Diagnostic.error(
        "profile '\(profile.name)' gives no triples: its edges have no ?relation", exitStatus: 2)
    }
    try forEachRow(edges) { row in
      guard let source = row[from], let target = row[to], let relation = row[relation] else { return }
      guard relation.kind == .iri else {
        throw Diagnostic.error("expected an IRI as the relation of an edge, found \(relation.term)")
      }
      try writer.add(subject: source, predicate: relation, object: target, graph: nil)
      count += 1
    }
    return count
  }

  private func forEachRow(_ query: Query, _ body: ([TermBytes?]) throws -> Void) throws {
    guard case .solutions(let solutions) = try source.answer(query, options: options) else { return }
    try solutions.forEachRow(body)
  }
}
