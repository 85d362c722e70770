import Diagnostics
import RDF
import XML

extension ExportFormat {
  static let graphml = ExportFormat(
    "graphml", fileExtension: "graphml",
    summary: "GraphML: Gephi, Cytoscape, yEd, Neo4j (APOC), NetworkX, igraph",
    .propertyGraph { try GraphMLWriter(to: $0) })
}

/// Writes GraphML 1.0 that NetworkX, igraph, Gephi, Cytoscape and Neo4j read alike.
///
/// Ids are `n0`, `e0`, …: symbols with slashes are no NMTOKENs. `labels` repeats the kind as Neo4j wants it (`:Resolution`).
final class GraphMLWriter: PropertyGraphWriter {
  private let document: XMLDocumentOutput
  private var fragment = XMLFragment()
  /// The markup before each value: `<data key="…">`.
  private var nodeData: [[UInt8]] = []
  private var edgeData: [[UInt8]] = []
  private var nodes: [Attribute] = []
  private var edges: [Attribute] = []

  init(to output: ByteOutput) throws { document = try XMLDocumentOutput(output) }

  func begin(_ shape: GraphShape) throws {
    nodes = shape.nodes
    edges = shape.edges
    nodeData = shape.nodes.map { Array("<data key=\"n_\($0.name)\">".utf8) }
    edgeData = shape.edges.map { Array("<data key=\"e_\($0.name)\">".utf8) }
    try document.writer.start(
      "graphml",
      [
        "xmlns": "http://graphml.graphdrawing.org/xmlns",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation":
          "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
      ])
    for attribute in shape.nodes {
      try key("n_", "node", attribute)
      if attribute.name == "kind" { try key("n_", "node", Attribute("labels")) }
    }
    for attribute in shape.edges { try key("e_", "edge", attribute) }
    try document.writer.start("graph", ["id": "graph", "edgedefault": "directed"])
  }

  private func key(_ prefix: String, _ domain: String, _ attribute: Attribute) throws {
    let id = prefix + attribute.name
    guard XMLText.isNCName(id) else {
      throw Diagnostic.error("attribute '\(attribute.name)' cannot be a GraphML key: rename the variable")
    }
    try document.writer.start(
      "key", ["id": id, "for": domain, "attr.name": attribute.name, "attr.type": attribute.type.rawValue])
    try document.writer.end()
  }

  func add(_ node: GraphNode) throws {
    fragment.removeAll()
    fragment.line(depth: 2)
    fragment.markup("<node id=\"n")
    fragment.number(node.index)
    fragment.markup("\">")
    for (index, value) in node.values.enumerated() {
      guard let value else { continue }
      try data(nodeData[index], value, nodes[index]) { "node '\(GraphText.name(node, self.nodes))'" }
      if nodes[index].name == "kind" { try labels(value) }
    }
    fragment.line(depth: 2)
    fragment.markup("</node>")
    try document.writer.write(fragment)
  }

  func add(_ edge: GraphEdge) throws {
    fragment.removeAll()
    fragment.line(depth: 2)
    fragment.markup("<edge id=\"e")
    fragment.number(edge.index)
    fragment.markup("\" source=\"n")
    fragment.number(edge.source)
    fragment.markup("\" target=\"n")
    fragment.number(edge.target)
    fragment.markup("\">")
    for (index, value) in edge.values.enumerated() {
      guard let value else { continue }
      try data(edgeData[index], value, edges[index]) {
        "the edge e\(edge.index) from n\(edge.source) to n\(edge.target)"
      }
    }
    fragment.line(depth: 2)
    fragment.markup("</edge>")
    try document.writer.write(fragment)
  }

  private func data(
    _ opening: [UInt8], _ value: TextBytes, _ attribute: Attribute, _ place: () -> String
  ) throws {
    fragment.line(depth: 3)
    fragment.markup(opening)
    do {
      try fragment.text(value)
    } catch {
      throw Diagnostic.error("cannot write \(place()): XML cannot hold \(error) (in \(attribute.name))")
    }
    fragment.markup("</data>")
  }

  private func labels(_ kind: TextBytes) throws {
    fragment.line(depth: 3)
    fragment.markup("<data key=\"n_labels\">:")
    try fragment.text(kind)
    fragment.markup("</data>")
  }

  func finish() throws {
    try document.writer.end()
    try document.writer.end()
    try document.writer.finish()
  }
}
