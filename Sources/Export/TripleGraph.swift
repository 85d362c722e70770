import Diagnostics
import QueryEngine
import RDF

/// The nodes and edges that triples stand for: every resource is a node, every triple between two resources but `rdf:type` an edge.
///
/// A node's kind is the rarest of its classes, which is the most telling one; its label, name and year are taken from the usual
/// properties. The triples are asked for twice: nodes come before edges.
struct TripleGraph {
  let name: String
  /// The triples, anew at each call.
  let triples: () throws -> TripleStream

  /// Writes everything and returns the numbers of nodes and edges.
  func write(to writer: inout some PropertyGraphWriter) throws -> (nodes: Int, edges: Int) {
    var nodes = NodeDescriptions()
    try triples().forEach { subject, predicate, object in
      nodes.add(subject, predicate, object)
    }
    try writer.begin(GraphShape(name: name, nodes: GraphShape.node, edges: GraphShape.edge))
    try nodes.forEach { index, values in
      do {
        try writer.add(GraphNode(index: index, values: values))
      } catch let error as UnwritableTerm {
        throw nodes.table.withTerm(index) { error.refusal(node: $0) }
      }
    }
    var count = 0
    try triples().forEach { subject, predicate, object in
      guard object.kind != .literal, !isRDFType(predicate.lexical) else { return }
      guard let from = nodes.table.index(of: subject), let to = nodes.table.index(of: object) else {
        throw Diagnostic.error("the graph changed while it was exported", hint: "export it again")
      }
      let relation = ShortName.local(predicate)
      let values = [relation, relation, relation, nil, nil]
      do {
        try writer.add(GraphEdge(index: count, source: from, target: to, values: values))
      } catch let error as UnwritableTerm {
        throw error.refusal(subject, predicate, object, as: "an edge")
      }
      count += 1
    }
    return (nodes.table.count, count)
  }
}
