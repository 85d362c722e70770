import Glibc

/// A table in a plain text file: a row a line, cells between " | ", "#" before remarks.
struct PlainTable {
  struct Row: CustomStringConvertible, Sendable {
    var line: Int
    var cells: [String]

    var description: String { "line \(line): " + cells.joined(separator: " | ") }
  }

  let rows: [Row]

  /// The table `name` beside the tests.
  init(_ name: String, file: String = #filePath) {
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    let text = PlainTable.text("/" + folder + "/Tables/" + name)
    rows = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      number, line in
      if line.isEmpty || line.hasPrefix("#") { return nil }
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      return Row(line: number + 1, cells: cells)
    }
  }

  private static func text(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
