import Diagnostics
import Foundation
import QueryEngine
import QuerySyntax
import RDF
import Testing
import TripleStore

/// A file of `Cases` with queries or updates: a small data set (TriG), then cases, each a line `== what is tested`, the text, a line
/// `----` and what it gives, in lines. Names are relative to `http://x/`.
///
/// To add a case, write all but the lines that it gives and record them with `UPDATE_GOLDEN=1`.
struct AnswerTable {
  private let file: String
  private let data: String
  private let cases: [(title: String, text: String, lines: [String])]
  private static let base = "http://x/"

  init(_ name: String) throws {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    file = folder.joined(separator: "/") + "/Cases/\(name).txt"
    let blocks = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\n== ")
    data = blocks[0]
    cases = blocks.dropFirst().map { block in
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let middle = lines.firstIndex(of: "----") ?? lines.count
      let given = lines.dropFirst(middle + 1)
      return (lines[0], lines[1..<middle].joined(separator: "\n"), given.filter { !$0.isEmpty })
    }
  }

  /// Compares what `body` gives of each case, on a store of its own, with what is written, or writes it.
  func check(_ body: (TripleStore, SourceText) throws -> [String]) throws {
    #expect(!cases.isEmpty)
    var recorded = data
    for (title, text, lines) in cases {
      let found = try found(text, body).map { $0.replacingOccurrences(of: AnswerTable.base, with: "") }
      recorded += "\n== \(title)\n\(text)\n----\n" + found.map { $0 + "\n" }.joined()
      if !isRecording { #expect(found == lines, "\(title)") }
    }
    guard isRecording else { return }
    try recorded.write(toFile: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(file)")
  }

  private var isRecording: Bool { ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil }

  private func found(_ text: String, _ body: (TripleStore, SourceText) throws -> [String]) throws -> [String]
  {
    try withTemporaryStore { store in
      try store.write { transaction in
        var sink = transaction
        try RDFReader(format: .trig, base: AnswerTable.base).read(text: data, name: "data", into: &sink)
      }
      return try body(store, SourceText(name: "case", text: text))
    }
  }

  static func query(_ source: SourceText) throws -> Query {
    try SPARQL.parse(source, prefixes: .standard, base: base)
  }

  static func update(_ source: SourceText) throws -> Update {
    try SPARQL.parseUpdate(source, prefixes: .standard, base: base)
  }
}
