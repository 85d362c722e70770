import RDF
import XML

extension ExportFormat {
  static let gexf = ExportFormat(
    "gexf", fileExtension: "gexf", summary: "GEXF 1.3: Gephi with its timeline, NetworkX",
    .propertyGraph { try GEXFWriter(to: $0) })
}

/// Writes GEXF 1.3. On Gephi's timeline a node begins at its `date` (YYYY-MM-DD), else with its year; nodes are coloured by
/// their kind, edges by their relation.
final class GEXFWriter: PropertyGraphWriter {
  private let document: XMLDocumentOutput
  private let fragment = XMLFragment()
  private var nodes: [Attribute] = []
  private var edges: [Attribute] = []
  private var hasEdges = false
  private var look = NodeLook.Places([])
  private var date: Int?
  private var relation: Int?
  private var kinds = Palette(Palette.fills)
  private var relations = Palette(Palette.lines)

  init(to output: ByteOutput) throws { document = try XMLDocumentOutput(output) }

  func begin(_ shape: GraphShape) throws {
    nodes = shape.nodes
    edges = shape.edges
    look = NodeLook.Places(nodes)
    date = nodes.firstIndex { $0.name == "date" }
    relation = edges.firstIndex { $0.name == "relation" }
    try document.writer.start(
      "gexf",
      ["xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", "version": "1.3"])
    try document.writer.start("meta")
    try document.writer.element("creator", text: "stemma")
    try document.writer.element("description", text: shape.name)
    try document.writer.end()
    try document.writer.start(
      "graph",
      [
        "defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date",
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
      start(node.values)
      try values(node.values)
      if let kind = look.look(node.values).kind { colour(kinds.colour(of: kind)) }
      fragment.line(depth: 3)
      fragment.markup("</node>")
    } catch {
      throw UnwritableTerm("XML cannot hold \(error)")
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
      try values(edge.values)
      if let relation, let word = edge.values[relation] { colour(relations.colour(of: word)) }
      fragment.line(depth: 3)
      fragment.markup("</edge>")
    } catch {
      throw UnwritableTerm("XML cannot hold \(error)")
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

  /// When the node begins: its day, or the first day of its year.
  private func start(_ values: [TextBytes?]) {
    if let day = date.flatMap({ values[$0] }), isDay(day) {
      fragment.markup(" start=\"")
      fragment.markup(day)
    } else if let year = look.look(values).year, (1...9999).contains(year) {
      fragment.markup(" start=\"")
      for _ in 0..<(4 - String(year).utf8.count) { fragment.markup("0") }
      fragment.number(year)
      fragment.markup("-01-01")
    } else {
      return
    }
    fragment.markup("\"")
  }

  /// Whether `text` has the form YYYY-MM-DD.
  private func isDay(_ text: TextBytes) -> Bool {
    text.count == 10
      && text.indices.allSatisfy { index in
        index == 4 || index == 7
          ? text[index] == UInt8(ascii: "-") : text[index] &- UInt8(ascii: "0") < 10
      }
  }

  /// `#rrggbb` as GEXF writes it.
  private func colour(_ colour: StaticString) {
    let digits = String(describing: colour).dropFirst()
    guard let number = Int(digits, radix: 16) else { return }
    fragment.line(depth: 4)
    fragment.markup("<viz:color r=\"")
    fragment.number(number >> 16)
    fragment.markup("\" g=\"")
    fragment.number(number >> 8 & 255)
    fragment.markup("\" b=\"")
    fragment.number(number & 255)
    fragment.markup("\"/>")
  }

  /// The attribute values.
  private func values(_ values: [TextBytes?]) throws(XMLText.Forbidden) {
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
  }
}
