import RDF

extension ExportFormat {
  static let csv = ExportFormat(
    "csv", fileExtension: "csv", summary: "CSV edge list: pandas, R, Gephi, spreadsheets",
    .propertyGraph { CSVWriter(to: $0, part: .edges) })

  static let csvNodes = ExportFormat(
    "csv-nodes", fileExtension: "nodes.csv", summary: "CSV node list, to go with the edge list",
    .propertyGraph { CSVWriter(to: $0, part: .nodes) })
}

/// Writes the edges or the nodes as CSV (RFC 4180), with the columns that Gephi knows first: `Source`, `Target`, `Type`, or `Id`.
///
/// Ids are IRIs, which are the same in both lists and in every export.
struct CSVWriter: PropertyGraphWriter {
  enum Part {
    case nodes
    case edges
  }

  private let output: ByteOutput
  private let part: Part
  /// The place of the IRI among a node's values.
  private var iri = 0
  private var iris: [[UInt8]] = []

  init(to output: ByteOutput, part: Part) {
    self.output = output
    self.part = part
  }

  mutating func begin(_ shape: GraphShape) throws {
    iri = shape.nodes.firstIndex { $0.name == "iri" } ?? 0
    switch part {
    case .nodes: try row(["Id"] + shape.nodes.map(\.name))
    case .edges: try row(["Source", "Target", "Type"] + shape.edges.map(\.name))
    }
  }

  mutating func add(_ node: GraphNode) throws {
    let id = node.values[iri] ?? TextBytes(start: nil, count: 0)
    guard part == .nodes else { return iris.append(Array(id)) }
    try append(field: id)
    try append(node.values)
  }

  mutating func add(_ edge: GraphEdge) throws {
    guard part == .edges else { return }
    try iris[edge.source].withUnsafeBufferPointer { try append(field: $0) }
    try output.append(",")
    try iris[edge.target].withUnsafeBufferPointer { try append(field: $0) }
    try output.append(",Directed")
    try append(edge.values)
  }

  func finish() {}

  private func row(_ names: [String]) throws {
    for (index, name) in names.enumerated() {
      if index > 0 { try output.append(",") }
      var name = name
      try name.withUTF8 { try append(field: $0) }
    }
    try output.append("\r\n")
  }

  private func append(_ values: [TextBytes?]) throws {
    for value in values {
      try output.append(",")
      if let value { try append(field: value) }
    }
    try output.append("\r\n")
  }

  private func append(field text: TextBytes) throws {
    let needsQuotes = text.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard needsQuotes else { return try output.append(text) }
    try output.append("\"")
    for byte in text {
      if byte == UInt8(ascii: "\"") { try output.append("\"") }
      try output.append(byte)
    }
    try output.append("\"")
  }
}
