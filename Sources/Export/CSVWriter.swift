import RDF

extension ExportFormat {
  static let csv = ExportFormat(
    "csv", fileExtension: "csv", summary: "CSV edge list: Neo4j's import, pandas, R",
    .propertyGraph { CSVWriter(to: $0, part: .edges) },
    flavors: [
      "gephi": .propertyGraph { CSVWriter(to: $0, part: .edges, flavor: .gephi) },
      "spreadsheet": .propertyGraph { CSVWriter(to: $0, part: .edges, flavor: .spreadsheet) },
    ])

  static let csvNodes = ExportFormat(
    "csv-nodes", fileExtension: "nodes.csv", summary: "CSV node list, to go with the edge list",
    .propertyGraph { CSVWriter(to: $0, part: .nodes) },
    flavors: [
      "gephi": .propertyGraph { CSVWriter(to: $0, part: .nodes, flavor: .gephi) },
      "spreadsheet": .propertyGraph { CSVWriter(to: $0, part: .nodes, flavor: .spreadsheet) },
    ])
}

/// Writes the edges or the nodes as CSV (RFC 4180). Ids are IRIs, which are the same in both lists and in every export.
///
/// The header is that of `neo4j-admin database import`: `iri:ID`, `:LABEL`, `year:int`, … and `:START_ID`, `:END_ID`, `:TYPE`, ….
struct CSVWriter: PropertyGraphWriter {
  enum Part {
    case nodes
    case edges
  }

  enum Flavor {
    case neo4j
    /// `Id`, and `Source`, `Target`, `Type`, before the plain names of the attributes.
    case gephi
    /// As for Gephi, and no text is taken for a formula: one that begins like one has a `'` before it.
    case spreadsheet
  }

  /// Where a column's values come from.
  private struct Column {
    let header: String
    /// The place among the values.
    let place: Int
    let isText: Bool
  }

  private let output: ByteOutput
  private let part: Part
  private let flavor: Flavor
  private var columns: [Column] = []
  /// The place of the IRI among a node's values.
  private var iri = 0
  private var iris: [[UInt8]] = []

  init(to output: ByteOutput, part: Part, flavor: Flavor = .neo4j) {
    self.output = output
    self.part = part
    self.flavor = flavor
  }

  mutating func begin(_ shape: GraphShape) throws {
    iri = shape.nodes.firstIndex { $0.name == "iri" } ?? 0
    columns = (part == .nodes ? shape.nodes : shape.edges).enumerated().compactMap(column)
    var headers = columns.map(\.header)
    switch (flavor, part) {
    case (.neo4j, .nodes): headers.insert("iri:ID", at: 0)
    case (.neo4j, .edges): headers.insert(contentsOf: [":START_ID", ":END_ID"], at: 0)
    case (_, .nodes): headers.insert("Id", at: 0)
    case (_, .edges): headers.insert(contentsOf: ["Source", "Target", "Type"], at: 0)
    }
    for (index, header) in headers.enumerated() {
      if index > 0 { try output.append(",") }
      var header = header
      try header.withUTF8 { try append(field: $0, isText: false) }
    }
    try output.append("\r\n")
  }

  private func column(_ place: Int, _ attribute: Attribute) -> Column? {
    let isText = attribute.type == .string
    guard flavor == .neo4j else { return Column(header: attribute.name, place: place, isText: isText) }
    switch (part, attribute.name) {
    // What Neo4j has columns of its own for is there once.
    case (.nodes, "iri"), (.edges, "label"), (.edges, "interaction"): return nil
    case (.nodes, "kind"): return Column(header: ":LABEL", place: place, isText: true)
    case (.edges, "relation"): return Column(header: ":TYPE", place: place, isText: true)
    default:
      let header = isText ? attribute.name : "\(attribute.name):\(attribute.type.rawValue)"
      return Column(header: header, place: place, isText: isText)
    }
  }

  mutating func add(_ node: GraphNode) throws {
    let id = node.values[iri] ?? TextBytes(start: nil, count: 0)
    guard part == .nodes else { return iris.append(Array(id)) }
    try append(field: id, isText: true)
    try append(node.values)
  }

  mutating func add(_ edge: GraphEdge) throws {
    guard part == .edges else { return }
    try iris[edge.source].withUnsafeBufferPointer { try append(field: $0, isText: true) }
    try output.append(",")
    try iris[edge.target].withUnsafeBufferPointer { try append(field: $0, isText: true) }
    if flavor != .neo4j { try output.append(",Directed") }
    try append(edge.values)
  }

  func finish() {}

  private func append(_ values: [TextBytes?]) throws {
    for column in columns {
      try output.append(",")
      if let value = values[column.place] { try append(field: value, isText: column.isText) }
    }
    try output.append("\r\n")
  }

  private func append(field text: TextBytes, isText: Bool) throws {
    let isFormula = flavor == .spreadsheet && isText && CSVWriter.beginsFormula(text)
    let needsQuotes = text.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard needsQuotes else {
      if isFormula { try output.append("'") }
      return try output.append(text)
    }
    try output.append(isFormula ? "\"'" : "\"")
    for byte in text {
      if byte == UInt8(ascii: "\"") { try output.append("\"") }
      try output.append(byte)
    }
    try output.append("\"")
  }

  /// Whether a spreadsheet may take a cell for a formula (OWASP, CSV Injection).
  private static func beginsFormula(_ text: TextBytes) -> Bool {
    guard let first = text.first else { return false }
    return "=+-@\t\r\n".utf8.contains(first)
  }
}
