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
  private var kinds = Palette(Palette.fills)
  private var relations = Palette(Palette.lines)

  init(to output: ByteOutput) { self.output = output }

  mutating func begin(_ shape: GraphShape) throws {
    nodes = shape.nodes
    edges = shape.edges
    try output.append("digraph \"")
    var name = shape.name
    try name.withUTF8 { try append(escaped: $0) }
    try output.append("\" {\n")
    try output.append(
      "  graph [rankdir=BT];\n  node [shape=box, style=\"rounded,filled\", fillcolor=white];\n")
  }

  mutating func add(_ node: GraphNode) throws {
    try output.append(text: "  n\(node.index) [")
    // A picture needs the short name to be seen; the title is shown when pointed at.
    try append("label", value("name", node.values), below: value("year", node.values))
    try output.append(", ")
    try append("tooltip", value("label", node.values))
    try output.append(", ")
    try append("URL", value("iri", node.values))
    if let kind = value("kind", node.values) {
      try output.append(", ")
      try append("class", kind)
      try output.append(", fillcolor=\"")
      try output.append(kinds.colour(of: kind))
      try output.append("\"")
    }
    if value("seen", node.values)?.elementsEqual("false".utf8) == true {
      try output.append(", style=\"rounded,filled,dashed\"")
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
      try append(key, value)
    }
    if let index = edges.firstIndex(where: { $0.name == "relation" }), let relation = edge.values[index] {
      let colour = relations.colour(of: relation)
      try output.append(", color=\"")
      try output.append(colour)
      try output.append("\", fontcolor=\"")
      try output.append(colour)
      try output.append("\"")
    }
    try output.append("];\n")
  }

  mutating func finish() throws {
    try legend()
    try output.append("}\n")
  }

  /// What the colours mean, as the label of the picture: in nodes of its own it would be read as part of the graph.
  private mutating func legend() throws {
    guard !kinds.words.isEmpty || !relations.words.isEmpty else { return }
    try output.append("  graph [labelloc=t, label=<<table border=\"0\" cellspacing=\"6\"><tr>")
    for word in kinds.words {
      try word.withUnsafeBufferPointer { word in
        try output.append("<td bgcolor=\"")
        try output.append(kinds.colour(of: word))
        try output.append("\">")
        try append(html: word)
        try output.append("</td>")
      }
    }
    for word in relations.words {
      try word.withUnsafeBufferPointer { word in
        try output.append("<td><font color=\"")
        try output.append(relations.colour(of: word))
        try output.append("\">→ ")
        try append(html: word)
        try output.append("</font></td>")
      }
    }
    try output.append("</tr></table>>];\n")
  }

  /// Text inside Graphviz's HTML-like labels, cut so that no piece is too long for it.
  private func append(html text: TextBytes) throws {
    var end = min(200, text.count)
    // No character is cut.
    while end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    for byte in text[..<end] {
      switch byte {
      case UInt8(ascii: "<"): try output.append("&lt;")
      case UInt8(ascii: ">"): try output.append("&gt;")
      case UInt8(ascii: "&"): try output.append("&amp;")
      default: try output.append(byte < 0x20 ? UInt8(ascii: " ") : byte)
      }
    }
  }

  private func value(_ name: String, _ values: [TextBytes?]) -> TextBytes? {
    nodes.firstIndex { $0.name == name }.flatMap { values[$0] }
  }

  /// - Parameter below: a second line.
  private func append(_ key: String, _ value: TextBytes?, below: TextBytes? = nil) throws {
    try output.append(text: key + "=\"")
    if let value { try append(escaped: value) }
    if let below {
      try output.append("\\n")
      try append(escaped: below)
    }
    try output.append("\"")
  }

  /// Text in which a backslash and `&` stand for themselves, as labels read them; in pieces joined by `+`, because Graphviz reads
  /// no piece longer than 16 KB.
  private func append(escaped text: TextBytes) throws {
    var length = 0
    for byte in text {
      // A character is never cut, and no byte becomes more than five.
      if length >= 3000, byte & 0xC0 != 0x80 {
        try output.append("\" + \"")
        length = 0
      }
      try append(escaped: byte)
      length += 1
    }
  }

  private func append(escaped byte: UInt8) throws {
    switch byte {
    case UInt8(ascii: "\""): try output.append("\\\"")
    case UInt8(ascii: "\\"): try output.append("\\\\")
    case UInt8(ascii: "&"): try output.append("&amp;")
    case 0x0A: try output.append("\\n")
    case 0: throw UnwritableTerm("DOT cannot hold the character U+0000")
    default: try output.append(byte)
    }
  }
}
