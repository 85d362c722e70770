import Documents
import Extraction
import Foundation
import Lineage
import Ontology
import QueryEngine
import RDF
import Testing
import TripleStore

/// A paragraph whose origin somebody has looked up by hand.
struct HandChecked: CustomStringConvertible {
  let newer: String
  let older: String
  let label: String
  let change: String
  /// Labels, any of which may be the nearest.
  let origins: [String]
  let notes: Set<String>

  var description: String { "\(newer) \(label) from \(older): \(change) \(origins.joined(separator: "+"))" }

  /// The rows of `Tables/alignments.txt`.
  static func all() throws -> [HandChecked] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Tables/alignments.txt")
    var pair = (newer: "", older: "")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map { String($0) }
      if line.hasPrefix("#") || words.isEmpty { return nil }
      if words.count == 3, words[1] == "<" {
        pair = (words[0], words[2])
        return nil
      }
      return HandChecked(
        newer: pair.newer, older: pair.older, label: words[0], change: words[1],
        origins: words.count > 2 ? words[2].split(separator: "+").map { String($0) } : [],
        notes: Set(words.dropFirst(3)))
    }
  }

  func isMet(by row: TextAlignment.Row) -> Bool {
    guard row.change.rawValue == change else { return false }
    guard let origin = row.origins.first else { return origins.isEmpty }
    let found = [origin.isVerbShift ? "verb-shift" : nil, origin.isMove ? "move" : nil].compactMap(\.self)
    return origins.contains(origin.passage.label) && notes == Set(found)
  }
}

@Suite struct HandCheckedTests {
  private static let corpus = URL(fileURLWithPath: #filePath)
    .appending(path: "../../../../../shared/corpus").standardized

  /// Files in which a document of one of `symbols` is to be expected: "A_RES_78_237-2326151E.xml", "75_101A-B_E.xml".
  private static func files(of symbols: Set<String>) -> [URL] {
    let numbers = symbols.compactMap { symbol -> String? in
      let parts = symbol.split(separator: "/").suffix(2)
      return parts.last.map { "\(parts.first ?? "")_\($0.prefix { $0.isNumber })" }
    }
    let folders = ["akn", "seeds"].map { corpus.appending(path: $0) }
    let all = folders.flatMap { folder in
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        ?? []
    }
    return all.filter { file in
      let name = file.lastPathComponent.replacing("-", with: "_")
      return numbers.contains { number in
        name.ranges(of: number).contains { range in
          !(name[range.upperBound...].first?.isNumber ?? false)
            && !(name[..<range.lowerBound].last?.isNumber ?? false)
        }
      }
    }.sorted { $0.path < $1.path }
  }

  @Test(
    "of a hundred paragraphs aligned by hand, ninety-five are found so",
    .enabled(if: FileManager.default.fileExists(atPath: corpus.path)))
  func table() throws {
    let rows = try HandChecked.all()
    #expect(rows.count == 100)
    let extractor = Extractor(ontology: try .bundled())
    try withTemporaryStore { store in
      let files = Self.files(of: Set(rows.flatMap { [$0.newer, $0.older] }))
      try store.write { transaction in
        for file in files {
          for document in try DocumentReader.read(path: file.path) {
            let extraction = extractor.extract(document, source: file.lastPathComponent)
            try transaction.add(extraction.triples, graph: .iri(extraction.graph))
          }
        }
      }
      var alignments: [String: TextAlignment] = [:]
      let missed = try rows.filter { row in
        let pair = "\(row.newer) < \(row.older)"
        let alignment =
          try alignments[pair]
          ?? TextAlignment(
            of: IRI(Stemma.documents + row.newer), with: IRI(Stemma.documents + row.older),
            in: LocalGraph(store))
        alignments[pair] = alignment
        return !(alignment.rows.first { $0.newer.label == row.label }.map(row.isMet) ?? false)
      }
      #expect(missed.count <= 5, "\(missed.map(\.description).joined(separator: "\n"))")
    }
  }
}
