import Documents
import Foundation
import Ontology
import RDF
import Testing

@testable import Extraction

/// Where the real PDFs are, and whether they can be read.
private enum PDFCorpus {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/corpus").standardizedFileURL
  static let canRun =
    FileManager.default.fileExists(atPath: folder.path)
    && ["/usr/bin", "/usr/local/bin"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/pdftotext")
    }
}

/// The real PDFs, read directly, against the mark-up of what was adopted from them.
@Suite(.enabled(if: PDFCorpus.canRun, "needs ../shared/corpus and pdftotext")) struct PDFTests {
  private func files(_ folder: String, _ ending: String) throws -> [String] {
    let root = PDFCorpus.folder.appendingPathComponent(folder).path
    return try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(ending) }.sorted()
      .map { "\(root)/\($0)" }
  }

  /// The Security Council resolutions that official hyperlinks lead to.
  private func linked(_ document: Document) -> Set<String> {
    let links = document.paragraphs.flatMap(\.links) + document.footnotes.flatMap(\.links)
    return Set(links.compactMap { Symbol.parse($0.target)?.text }.filter { $0.hasPrefix("S/RES/") })
  }

  private func cited(
    _ document: Document, where counts: (String) -> Bool = { $0.hasPrefix("S/RES/") }
  ) -> Set<String> {
    Set(
      CitationFinder().citations(in: document).compactMap {
        if case .document(let symbol) = $0.target { symbol.text } else { nil }
      }.filter(counts))
  }

  /// Prints a line for each PDF: `swift test --filter PDFTests`.
  @Test func citedResolutionsEqualTheMarkup() throws {
    var adopted: [Symbol: Document] = [:]
    for path in try files("akn", ".xml") where path.contains("/sc-") {
      guard let document = try? DocumentReader.read(path: path).first, let draft = document.draft else {
        continue
      }
      adopted[draft] = document
    }
    var compared = 0
    for path in try files("pdf", ".pdf") {
      let document = try #require(try DocumentReader.read(path: path).first)
      let symbol = try #require(document.symbol, "\(path) bears no symbol")
      #expect(path.contains(symbol.text.split(separator: "/").joined(separator: "_")))
      let found = cited(document)
      guard let markup = adopted[symbol] else {
        print("\(symbol): \(found.count) Security Council resolutions cited; no adopted text to compare")
        continue
      }
      compared += 1
      let expected = linked(markup)
      print(
        "\(symbol): \(found.count) cited, \(expected.count) in the mark-up of \(markup.symbol?.text ?? "")")
      #expect(found == expected)
    }
    #expect(compared >= 2)
  }

  /// Read directly, in the order of its content, a PDF holds what the text has that `pdftotext` makes by places on the page: all
  /// that is cited there, and as many letters but for one in a hundred.
  @Test func aPDFHoldsWhatItsTextHas() throws {
    for path in try files("pdf", ".pdf") {
      let text = path.replacingOccurrences(of: "-EN.pdf", with: ".txt")
      let one = try #require(try DocumentReader.read(path: path).first)
      let other = try #require(try DocumentReader.read(path: text).first)
      #expect(cited(one, where: { _ in true }).isSuperset(of: cited(other, where: { _ in true })), "\(path)")
      let (read, printed) = (letters(one), letters(other))
      #expect(abs(read - printed) * 100 <= printed, "\(path): \(read) letters, \(printed) in the text")
    }
  }

  private func letters(_ document: Document) -> Int {
    (document.paragraphs.map(\.text) + document.footnotes.map(\.text)).reduce(0) {
      $0 + $1.unicodeScalars.count { $0.properties.isAlphabetic }
    }
  }
}
