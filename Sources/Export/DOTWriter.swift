import Diagnostics
import RDF

extension ExportFormat {
  static let dot = ExportFormat(
    "dot", fileExtension: "dot", summary: "DOT: Graphviz, Gephi", .propertyGraph { DOTWriter(to: $0) })
}

/// Writes a DOT digraph: names and titles as labels, classes as colours, relations on the edges.
struct DOTWriter: PropertyGraphWriter {
  private let output: ByteOutput
  private var nodes: [Attribute] = []
  private var edges: [Attribute] = []
  private var colours: [[UInt8]: Int] = [:]

  /// ColorBrewer's Set3, in which neighbours stand apart and black text can be read.
  private static let palette: [StaticString] = [
    "#8dd3c7", "#ffffb3", "#bebada", "#fb8072", "#80b1d3", "#fdb462", "#b3de69", "#fccde5", "#d9d9d9",
    "#bc80bd",
    "#ccebc5", "#ffed6f",
  ]

  init(to output: ByteOutput) { self.output = output }

  mutating func begin(_ shape: GraphShape) throws {
    nodes = shape.nodes
    edges = shape.edges
    try output.append("digraph ")
    var name = shape.name
    try name.withUTF8 { try append(quoted: $0, in: { "the graph's name" }) }
    try output.append(" {\n")
    try output.append(
      "  graph [rankdir=BT];\n  node [shape=box, style=\"rounded,filled\", fillcolor=white];\n")
  }

  mutating func add(_ node: GraphNode) throws {
    let nodes = nodes
    let place = { "node '\(GraphText.name(node, nodes))'" }
    try output.append(text: "  n\(node.index) [")
    // A picture needs the short name to be seen; the title is shown when pointed at.
    try append("label", value("name", node.values), place)
    try output.append(", ")
    try append("tooltip", value("label", node.values), place)
    try output.append(", ")
    try append("URL", value("iri", node.values), place)
    if let kind = value("kind", node.values) {
      try output.append(", ")
      try append("class", kind, place)
      try output.append(", fillcolor=\"")
      try output.append(DOTWriter.palette[colour(of: kind)])
      try output.append("\"")
    }
    try output.append("];\n")
  }

  mutating func add(_ edge: GraphEdge) throws {
    try output.append(text: "  n\(edge.source) -> n\(edge.target) [id=\"e\(edge.index)\"")
    for (name, key) in [("label", "label"), ("weight", "penwidth")] {
      guard let index = edges.firstIndex(where: { $0.name == name }), let value = edge.values[index] else {
        continue
      }
      if key == "penwidth", value.elementsEqual("1".utf8) { continue }
      try output.append(", ")
      try append(key, value) { "the edge e\(edge.index)" }
    }
    try output.append("];\n")
  }

  mutating func finish() throws { try output.append("}\n") }

  private func value(_ name: String, _ values: [TextBytes?]) -> TextBytes? {
    nodes.firstIndex { $0.name == name }.flatMap { values[$0] }
  }

  private mutating func colour(of kind: TextBytes) -> Int {
    let key = Array(kind)
    if let known = colours[key] { return known }
    let next = colours.count % DOTWriter.palette.count
    colours[key] = next
    return next
  }

  private func append(_ key: String, _ value: TextBytes?, _ place: () -> String) throws {
    try output.append(text: key + "=")
    try append(quoted: value ?? TextBytes(start: nil, count: 0), in: place)
  }

  /// A quoted string in which a backslash and `&` stand for themselves, as labels read them; in pieces joined by `+`, because
  /// Graphviz reads no piece longer than 16 KB.
  private func append(quoted text: TextBytes, in place: () -> String) throws {
    try output.append("\"")
    var length = 0
    for byte in text {
      // A character is never cut, and no byte becomes more than five.
      if length >= 3000, byte & 0xC0 != 0x80 {
        try output.append("\" + \"")
        length = 0
      }
      try append(escaped: byte, in: place)
      length += 1
    }
    try output.append("\"")
  }

  private func append(escaped byte: UInt8, in place: () -> String) throws {
    switch byte {
    case UInt8(ascii: "\""): try output.append("\\\"")
    case UInt8(ascii: "\\"): try output.append("\\\\")
    case UInt8(ascii: "&"): try output.append("&amp;")
    case 0x0A: try output.append("\\n")
    case 0: throw Diagnostic.error("cannot write \(place()): DOT cannot hold the character U+0000")
    default: try output.append(byte)
    }
  }
}
