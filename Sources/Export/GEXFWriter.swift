import Diagnostics
import RDF
import XML

extension ExportFormat {
  static let gexf = ExportFormat(
    "gexf", fileExtension: "gexf", summary: "GEXF 1.3: Gephi with its timeline, NetworkX",
    .propertyGraph { try GEXFWriter(to: $0) })
}

/// Writes GEXF 1.3. A node with a year begins there on Gephi's timeline.
final class GEXFWriter: PropertyGraphWriter {
  private let document: XMLDocumentOutput
  private var fragment = XMLFragment()
  private var nodes: [Attribute] = []
  private var edges: [Attribute] = []
  private var hasEdges = false

  init(to output: ByteOutput) throws { document = try XMLDocumentOutput(output) }

  func begin(_ shape: GraphShape) throws {
    nodes = shape.nodes
    edges = shape.edges
    try document.writer.start("gexf", ["xmlns": "http://gexf.net/1.3", "version": "1.3"])
    try document.writer.start("meta")
    try document.writer.element("creator", text: "stemma")
    try document.writer.element("description", text: shape.name)
    try document.writer.end()
    try document.writer.start(
      "graph",
      [
        "defaultedgetype": "directed", "mode": "dynamic", "timeformat": "double",
        "timerepresentation": "interval",
      ])
    try declare("node", shape.nodes)
    try declare("edge", shape.edges)
    try document.writer.start("nodes")
  }

  private func declare(_ domain: String, _ attributes: [Attribute]) throws {
    try document.writer.start("attributes", ["class": domain, "mode": "static"])
    for (index, attribute) in attributes.enumerated() {
      // GEXF says "integer" where GraphML says "int".
      let type = attribute.type == .int ? "integer" : attribute.type.rawValue
      try document.writer.start("attribute", ["id": String(index), "title": attribute.name, "type": type])
      try document.writer.end()
    }
    try document.writer.end()
  }

  func add(_ node: GraphNode) throws {
    begin("<node id=\"n", node.index)
    do {
      try attribute(" label=\"", "label", node.values, nodes)
      try attribute(" start=\"", "year", node.values, nodes)
      try end(node.values, "</node>")
    } catch {
      throw Diagnostic.error("cannot write node '\(GraphText.name(node, nodes))': XML cannot hold \(error)")
    }
    try document.writer.write(fragment)
  }

  func add(_ edge: GraphEdge) throws {
    try beginEdges()
    begin("<edge id=\"e", edge.index)
    fragment.markup(" source=\"n")
    fragment.number(edge.source)
    fragment.markup("\" target=\"n")
    fragment.number(edge.target)
    fragment.markup("\"")
    do {
      try attribute(" label=\"", "label", edge.values, edges)
      // Parallel edges are kept apart by their kind.
      try attribute(" kind=\"", "relation", edge.values, edges)
      try attribute(" weight=\"", "weight", edge.values, edges)
      try end(edge.values, "</edge>")
    } catch {
      throw Diagnostic.error("cannot write the edge e\(edge.index): XML cannot hold \(error)")
    }
    try document.writer.write(fragment)
  }

  func finish() throws {
    try beginEdges()
    for _ in 0..<3 { try document.writer.end() }
    try document.writer.finish()
  }

  private func beginEdges() throws {
    if hasEdges { return }
    hasEdges = true
    try document.writer.end()
    try document.writer.start("edges")
  }

  private func begin(_ markup: StaticString, _ index: Int) {
    fragment.removeAll()
    fragment.line(depth: 3)
    fragment.markup(markup)
    fragment.number(index)
    fragment.markup("\"")
  }

  private func attribute(
    _ opening: StaticString, _ name: String, _ values: [TextBytes?], _ attributes: [Attribute]
  ) throws(XMLText.Forbidden) {
    guard let index = attributes.firstIndex(where: { $0.name == name }), let value = values[index] else {
      return
    }
    fragment.markup(opening)
    try fragment.value(value)
    fragment.markup("\"")
  }

  /// The attribute values and the end tag.
  private func end(_ values: [TextBytes?], _ closing: StaticString) throws(XMLText.Forbidden) {
    fragment.markup(">")
    fragment.line(depth: 4)
    fragment.markup("<attvalues>")
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      fragment.line(depth: 5)
      fragment.markup("<attvalue for=\"")
      fragment.number(index)
      fragment.markup("\" value=\"")
      try fragment.value(value)
      fragment.markup("\"/>")
    }
    fragment.line(depth: 4)
    fragment.markup("</attvalues>")
    fragment.line(depth: 3)
    fragment.markup(closing)
  }
}
