import Diagnostics
import QueryEngine
import QuerySyntax
import RDF
import XML

/// Everything that a source holds as GraphML, on several threads: the same nodes and edges as `TripleGraph` gives.
///
/// Subjects are numbered in their order, then the other resources in the order in which they are first seen. The source is read
/// twice, for the nodes and for the edges; four bytes are held for each of its resources.
struct WholeGraph {
  let name: String
  let parts: StatementParts
  let classes: ClassCounts

  /// - Parameter parts: those of `source`.
  init(name: String, _ parts: StatementParts, of source: any GraphSource, options: QueryOptions) throws {
    self.name = name
    self.parts = parts
    var classes = ClassCounts()
    let query = try SPARQL.parse(
      SourceText(
        name: "classes", text: "SELECT ?class (COUNT(*) AS ?nodes) { ?node a ?class } GROUP BY ?class"))
    if case .solutions(let solutions) = try source.answer(query, options: options) {
      try solutions.forEachRow { row in
        guard let type = row[0], type.kind != .literal, let nodes = row[1] else { return }
        classes.add(type, count: Int(String(decoding: nodes.lexical, as: UTF8.self)) ?? 0)
      }
    }
    self.classes = classes
  }

  /// Writes everything and returns the numbers of nodes and edges.
  func write(to writer: GraphMLWriter) throws -> (nodes: Int, edges: Int) {
    try writer.begin(GraphShape(name: name, nodes: GraphShape.node, edges: GraphShape.edge))
    var numbers = NodeNumbers(bound: parts.resourceBound)
    let firstEdges = try writeNodes(to: writer, &numbers)
    try writeEdges(to: writer, numbers, firstEdges)
    return (numbers.count, firstEdges.last ?? 0)
  }

  /// Writes the nodes and gives for each part the number of its first edge, and that of all edges.
  private func writeNodes(to writer: GraphMLWriter, _ numbers: inout NodeNumbers) throws -> [Int] {
    var firstEdges = [0]
    let (markup, classes) = (writer.markup, classes)
    try parts.forEach({ part in
      let sink = NodePart(markup, classes, first: part.firstSubject)
      try part.read(into: sink)
      return sink.piece
    }) { piece in
      try writer.add(piece.fragment)
      numbers.add(subjects: piece.subjects)
      numbers.see(piece.objects)
      firstEdges.append((firstEdges.last ?? 0) + piece.edges)
    }
    let fragment = XMLFragment()
    for resource in numbers.addRest() {
      guard let term = parts.resource(resource) else { continue }
      fragment.removeAll()
      try term.withBytes { term in
        markup.beginNode(numbers[resource], to: fragment)
        do {
          try NodeFacts().withValues(of: term, kind: nil) { try markup.endNode($0, to: fragment) }
        } catch let error as UnwritableTerm {
          throw error.refusal(node: term)
        }
      }
      try writer.add(fragment)
    }
    return firstEdges
  }

  private func writeEdges(to writer: GraphMLWriter, _ numbers: NodeNumbers, _ firstEdges: [Int]) throws {
    let markup = writer.markup
    parts.restart()
    try parts.forEach({ part in
      let sink = EdgePart(markup, numbers, first: firstEdges[part.number])
      try part.read(into: sink)
      return sink.piece
    }) { try writer.add($0.fragment) }
  }
}
