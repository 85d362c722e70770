import Foundation
import Testing

/// The W3C test suites beside the project, read from where they lie.
enum W3CSuite {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: URL
    let isPositive: Bool

    var testDescription: String { file.pathComponents.suffix(2).joined(separator: "/") }
    /// Where a test harness has the query resolve its relative IRIs.
    var base: String { "http://example.org/w3c/" + file.lastPathComponent }
  }

  /// `shared/w3c/sparql` beside the package.
  static let folder: URL = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder.appending(path: "shared/w3c/sparql")
  }()

  static let bench = folder.appending(path: "../../bench/queries").standardizedFileURL

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// The syntax tests of all manifests whose type has one of these names behind Positive or Negative, for files with
  /// this extension.
  static func cases(_ kinds: Set<String>, _ pathExtension: String) -> [Case] {
    files(named: "manifest.ttl").flatMap { syntaxTests(in: $0, kinds) }
      .filter { $0.file.pathExtension == pathExtension }
  }

  /// Files with this extension or name, in order.
  static func files(named ending: String, under folder: URL = folder) -> [URL] {
    guard let list = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
      return []
    }
    return list.compactMap { $0 as? URL }.filter { $0.lastPathComponent.hasSuffix(ending) }
      .sorted { $0.path < $1.path }
  }

  /// The queries that a manifest names, and those of the benchmark with its parameters filled in.
  static var queries: [(name: String, text: String)] {
    var manifests: [String: String] = [:]
    let named = files(named: ".rq").filter { file in
      let folder = file.deletingLastPathComponent()
      let manifest =
        manifests[folder.path]
        ?? (try? String(contentsOf: folder.appending(path: "manifest.ttl"), encoding: .utf8)) ?? ""
      manifests[folder.path] = manifest
      return manifest.contains("<\(file.lastPathComponent)>")
    }
    return (named + files(named: ".rq", under: bench)).compactMap { file in
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
      return (
        file.pathComponents.suffix(2).joined(separator: "/"),
        text.replacing(#/@[A-Z]+[0-9]?@/#, with: "<https://undocs.org/A/RES/53/70>")
      )
    }
  }

  /// A scan that knows just enough Turtle: a statement has a type and an action and ends in a dot.
  private static func syntaxTests(in manifest: URL, _ kinds: Set<String>) -> [Case] {
    guard let text = try? String(contentsOf: manifest, encoding: .utf8) else { return [] }
    var cases: [Case] = []
    var type: String?
    var action: String?
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: { " \t;".contains($0) })
      if words.first?.hasPrefix("#") ?? true { continue }
      for (index, word) in words.enumerated() {
        if word.hasPrefix("mf:"), word.contains("SyntaxTest") { type = String(word.dropFirst(3)) }
        if word == "mf:action", index + 1 < words.count, words[index + 1].hasPrefix("<") {
          action = String(words[index + 1].dropFirst().prefix { $0 != ">" })
        }
      }
      guard line.trimmingCharacters(in: .whitespaces).hasSuffix(".") else { continue }
      if let type, let action, kinds.contains(String(type.dropFirst(8))) {
        cases.append(
          Case(
            file: manifest.deletingLastPathComponent().appending(path: action),
            isPositive: type.hasPrefix("Positive")))
      }
      type = nil
      action = nil
    }
    return cases
  }
}
