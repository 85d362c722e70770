import Foundation
import Testing

/// A plain-text table of cases in `Cases/`: a line `== what is tested`, the text, a line `----`, what it must give.
///
/// `UPDATE_GOLDEN=1` writes what the cases give now into the file and fails the test that does so.
struct CaseFile {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let title: String
    let text: String
    let expected: String

    var testDescription: String { title }
  }

  let name: String
  private var url: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/\(name)")
  }

  init(_ name: String) { self.name = name }

  var cases: [Case] {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return ("\n" + text).components(separatedBy: "\n== ").dropFirst().map { block in
      let title = block.prefix { $0 != "\n" }
      let parts = block.dropFirst(title.count + 1).components(separatedBy: "\n----\n")
      return Case(
        file: name, title: String(title), text: parts[0],
        expected: parts.count > 1 ? parts[1].trimmingCharacters(in: .newlines) : "")
    }
  }

  /// Compares what `body` makes of each case with what is written, or writes it.
  func check(_ body: (String) throws -> String) throws {
    let cases = self.cases
    #expect(!cases.isEmpty)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      let text = try cases.map { "== \($0.title)\n\($0.text)\n----\n\(try body($0.text))\n" }.joined(
        separator: "\n")
      try text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
      return
    }
    for test in cases { #expect(try body(test.text) == test.expected, "\(name): \(test.title)") }
  }
}
