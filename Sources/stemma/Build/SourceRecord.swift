/// What the store remembers of a file that it was built from: how the file looked, and the graphs that came of it.
struct SourceRecord: Equatable {
  private static let prefix = "source:"

  var size: Int
  var modified: Int
  var hash: UInt64
  /// IRIs of the named graphs, one for each document in the file.
  var graphs: [String]

  static func key(for file: String) -> String { prefix + file }

  /// Every file's record in a store, by the file's absolute path.
  static func all(in records: [(key: String, value: [UInt8])]) -> [String: SourceRecord] {
    records.reduce(into: [:]) { found, record in
      if let source = of(record.key, record.value) {
        found[String(record.key.dropFirst(prefix.count))] = source
      }
    }
  }

  /// The record under a store's key; nil where it is none of a file.
  static func of(_ key: String, _ value: [UInt8]) -> SourceRecord? {
    key.hasPrefix(prefix) ? SourceRecord(value) : nil
  }

  init(_ file: InputFile, hash: UInt64, graphs: [String]) {
    size = file.size
    modified = file.modified
    self.hash = hash
    self.graphs = graphs
  }

  /// Reads `size modified hash`, then a graph a line; nil where the bytes have another shape.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0) }
    let numbers = (lines.first ?? "").split(separator: " ")
    guard numbers.count == 3, let size = Int(numbers[0]), let modified = Int(numbers[1]),
      let hash = UInt64(numbers[2], radix: 16)
    else { return nil }
    self.size = size
    self.modified = modified
    self.hash = hash
    graphs = Array(lines.dropFirst())
  }

  var bytes: [UInt8] {
    Array((["\(size) \(modified) \(String(hash, radix: 16))"] + graphs).joined(separator: "\n").utf8)
  }

  /// Whether the file looks as it did, so that it need not be read.
  func matches(_ file: InputFile) -> Bool { size == file.size && modified == file.modified }
}
