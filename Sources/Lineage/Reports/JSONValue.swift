import Export
import RDF

/// A JSON value; objects keep the order of their members.
indirect enum JSONValue {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  static func integer(_ value: Int) -> JSONValue { .number(Double(value)) }

  static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// Writes it with an element a line down to `lines` levels, the rest on one line.
  func write(to output: ByteOutput, lines: Int = 2, indent: Int = 0) throws {
    switch self {
    case .null: try output.append("null")
    case .bool(let value): try output.append(text: "\(value)")
    case .number(let value):
      try output.append(text: Int(exactly: value).map(String.init) ?? "\(value)")
    case .string(let text): try output.append(json: text)
    case .array(let elements):
      try write("[", "]", elements, output, lines, indent) {
        try $0.write(to: output, lines: lines - 1, indent: indent + 1)
      }
    case .object(let members):
      try write("{", "}", members, output, lines, indent) { name, value in
        try output.append(json: name)
        try output.append(": ")
        try value.write(to: output, lines: lines - 1, indent: indent + 1)
      }
    }
  }

  private func write<Item>(
    _ open: StaticString, _ close: StaticString, _ items: [Item], _ output: ByteOutput, _ lines: Int,
    _ indent: Int, _ body: (Item) throws -> Void
  ) throws {
    let isBroken = lines > 0 && !items.isEmpty
    func newLine(_ depth: Int) throws {
      try output.append(text: "\n" + String(repeating: "  ", count: depth))
    }
    try output.append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { try output.append(isBroken ? "," : ", ") }
      if isBroken { try newLine(indent + 1) }
      try body(item)
    }
    if isBroken { try newLine(indent) }
    try output.append(close)
  }
}
