import Diagnostics
import RDF
import XML

extension ExportFormat {
  static let graphml = ExportFormat(
    "graphml", fileExtension: "graphml",
    summary: "GraphML: Gephi, Cytoscape, yEd, Neo4j (APOC), NetworkX, igraph",
    .propertyGraph { try GraphMLWriter(to: $0) },
    flavors: ["yed": .propertyGraph { try GraphMLWriter(to: $0, graphics: YEdGraphics()) }])
}

/// Writes GraphML 1.0 that NetworkX, igraph, Gephi, Cytoscape and Neo4j read alike.
///
/// Ids are `n0`, `e0`, …: symbols with slashes are no NMTOKENs. `labels` repeats the kind as Neo4j wants it (`:Resolution`). The yEd
/// flavour says the same and how it looks; NetworkX takes the graphics' label, so that they come before the node's own.
final class GraphMLWriter: PropertyGraphWriter {
  private let document: XMLDocumentOutput
  private let fragment = XMLFragment()
  private(set) var markup = GraphMLMarkup(GraphShape(name: "", nodes: [], edges: []))
  private var graphics: YEdGraphics?
  /// Whether what is written of a node or an edge depends on it alone.
  var isPlain: Bool { graphics == nil }
  private var look = NodeLook.Places([])
  private var relation: Int?

  init(to output: ByteOutput, graphics: YEdGraphics? = nil) throws {
    document = try XMLDocumentOutput(output)
    self.graphics = graphics
  }

  func begin(_ shape: GraphShape) throws {
    markup = GraphMLMarkup(shape)
    look = NodeLook.Places(shape.nodes)
    relation = shape.edges.firstIndex { $0.name == "relation" }
    try root()
    for attribute in shape.nodes {
      try key("n_", "node", attribute)
      if attribute.name == "kind" { try key("n_", "node", Attribute("labels")) }
    }
    for attribute in shape.edges { try key("e_", "edge", attribute) }
    try document.writer.start("graph", ["id": "graph", "edgedefault": "directed"])
  }

  private func root() throws {
    let namespace = "http://graphml.graphdrawing.org/xmlns"
    try document.writer.start(
      "graphml", ["xmlns": namespace, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance"])
    guard graphics != nil else {
      return try document.writer.attribute(
        "xsi:schemaLocation", "\(namespace) http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd")
    }
    try document.writer.attribute("xmlns:y", "http://www.yworks.com/xml/graphml")
    try document.writer.attribute(
      "xsi:schemaLocation", "\(namespace) http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd")
    for (id, domain) in [("d_node", "node"), ("d_edge", "edge")] {
      try document.writer.start("key", ["id": id, "for": domain, "yfiles.type": domain + "graphics"])
      try document.writer.end()
    }
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
    markup.beginNode(node.index, to: fragment)
    if graphics != nil {
      try drawn("<data key=\"d_node\">") {
        try graphics?.node(look.look(node.values), fragment)
      }
    }
    try markup.endNode(node.values, to: fragment)
    try add(fragment)
  }

  func add(_ edge: GraphEdge) throws {
    fragment.removeAll()
    markup.beginEdge(edge.index, from: edge.source, to: edge.target, to: fragment)
    if graphics != nil {
      try drawn("<data key=\"d_edge\">") {
        try graphics?.edge(relation: relation.flatMap { edge.values[$0] }, fragment)
      }
    }
    try markup.endEdge(edge.values, to: fragment)
    try add(fragment)
  }

  /// Writes nodes or edges that were put together with `markup`.
  func add(_ fragment: XMLFragment) throws { try document.writer.write(fragment) }

  /// The graphics of a node or an edge.
  private func drawn(_ opening: StaticString, _ draw: () throws -> Void) throws {
    fragment.line(depth: 3)
    fragment.markup(opening)
    do {
      try draw()
    } catch {
      throw UnwritableTerm("XML cannot hold \(error)")
    }
    fragment.line(depth: 3)
    fragment.markup("</data>")
  }

  func finish() throws {
    try document.writer.end()
    try document.writer.end()
    try document.writer.finish()
  }
}
