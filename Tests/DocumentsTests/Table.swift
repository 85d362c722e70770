import Foundation
import Testing

/// A plain-text table of cases beside the tests: `left => right` a line, `#` starts a comment line.
struct Table {
  struct Row: CustomTestStringConvertible, Sendable {
    var left: String
    var right: String
    var testDescription: String { left }
  }

  let rows: [Row]

  init(_ name: String, file: String = #filePath) throws {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    let text = try String(contentsOf: folder.appendingPathComponent("Tables/\(name).txt"), encoding: .utf8)
    rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      guard let arrow = line.range(of: " =>") else { return nil }
      return Row(
        left: String(line[..<arrow.lowerBound]),
        right: line[arrow.upperBound...].trimmingCharacters(in: .whitespaces))
    }
  }
}
