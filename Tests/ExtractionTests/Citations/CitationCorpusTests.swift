import Documents
import Foundation
import Testing

@testable import Extraction

/// The official hyperlinks of real documents are found again in their text alone.
@Suite struct CitationCorpusTests {
  private static let shared = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/corpus").standardized

  private static var isPresent: Bool {
    FileManager.default.fileExists(atPath: shared.appending(path: "gold/citations.jsonl").path)
  }

  /// Folders, and the least share of their links that must be found.
  @Test(
    .enabled(if: isPresent, "the corpus in ../shared is absent"),
    arguments: [("sc-2023", 0.998), ("ecosoc-2023", 0.98), ("ga-decisions-77", 0.97)])
  func recall(_ folder: String, _ floor: Double) throws {
    var wanted = 0
    var found = 0
    let lines = try String(contentsOf: Self.shared.appending(path: "gold/citations.jsonl"), encoding: .utf8)
    for line in lines.split(separator: "\n") where line.contains("\"file\": \"\(folder)/") {
      let gold = try JSONDecoder().decode(Gold.self, from: Data(line.utf8))
      guard
        let documents = try? DocumentReader.read(path: Self.shared.appending(path: "akn/\(gold.file)").path)
      else { continue }
      var cited = Set<String>()
      for document in documents {
        let citations = CitationFinder().citations(in: document)
        #expect(citations == CitationFinder.alongWords(document), "\(gold.file)")
        for citation in citations {
          if let name = citation.target.identifier { cited.insert(Self.folded(name)) }
        }
      }
      let links = Set(gold.citations.filter(\.counts).compactMap { $0.target_full.map(Self.folded) })
      wanted += links.count
      found += links.filter { cited.contains($0) || cited.contains(Self.asDecision($0)) }.count
    }
    #expect(wanted > 0)
    #expect(Double(found) >= floor * Double(wanted), "\(folder): \(found) of \(wanted)")
  }

  private struct Gold: Decodable {
    struct Link: Decodable {
      var text: String
      var target_full: String?
      var status: String

      /// Whether the words of the link name its target.
      var counts: Bool {
        ["ok", "suffix", "ok-joint"].contains(status) && text.contains { $0.isNumber }
      }
    }

    var file: String
    var citations: [Link]
  }

  /// Without blanks and volume brackets, which the links write in many ways.
  private static func folded(_ symbol: String) -> String {
    let bare = symbol.replacing(" ", with: "").uppercased()
    return bare.replacing(/\((SUPP|VOL|PART|SECT)[^)]*\)/, with: "")
  }

  /// The official links give a decision the symbol of a resolution.
  private static func asDecision(_ symbol: String) -> String {
    symbol.replacing("/RES/", with: "/DEC/")
  }
}
