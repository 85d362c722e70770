import Documents
import Foundation
import Testing

@Suite(.enabled(if: Corpus.isPresent)) struct CorpusTests {
  private func seed(_ name: String) throws -> Document {
    try #require(
      try DocumentReader.read(path: Corpus.folder.appendingPathComponent("seeds/\(name)").path).first)
  }

  private func top(_ document: Document, _ kind: Paragraph.Kind) -> [Paragraph] {
    document.paragraphs.filter { $0.kind == kind && $0.parent == nil }
  }

  @Test func markdownSeed() throws {
    let document = try seed("resolution-73-27.md")
    #expect(document.symbol == Symbol(canonical: "A/RES/73/27"))
    #expect(document.adoptedOn == "2018-12-05")
    #expect(document.session == 73)
    #expect(document.agendaItem == "96")
    #expect(document.meeting == "45th plenary meeting")
    #expect(document.committeeReport == Symbol(canonical: "A/73/505"))
    #expect(top(document, .preambular).count == 21)
    #expect(top(document, .operative).map(\.number) == (1...7).map { "\($0)" })
    let norms = document.paragraphs.filter { $0.parent.map { document.paragraphs[$0].fragment } == "op1" }
    #expect(norms.map(\.fragment) == (1...13).map { "op1.\($0)" })
    #expect(norms.allSatisfy { $0.text.hasSuffix(".") || $0.text.hasSuffix(";") })
    #expect(document.footnotes.map(\.label) == ["1", "2", "3", "4", "5"])
    #expect(document.paragraphs.allSatisfy { !$0.text.contains("*") && !$0.text.contains("](") })
    #expect(top(document, .operative).allSatisfy { $0.openingPhrase != nil })
  }

  @Test func plainSeedWithoutSymbol() throws {
    let document = try seed("ict-security-2023-no-symbol.txt")
    #expect(document.symbol == nil)
    #expect(document.symbolSource == .none)
    #expect(document.organ == .generalAssembly)
    #expect(top(document, .preambular).count == 18)
    #expect(top(document, .operative).map(\.number) == (1...9).map { "\($0)" })
    #expect(document.footnotes.map(\.label) == ["1", "2"])
    #expect(document.paragraphs.flatMap(\.markers).map(\.footnote) == [0, 1])
  }

  @Test func fragmentsAreUnique() throws {
    for path in try Corpus.akn(every: 25) {
      guard let documents = try? DocumentReader.read(path: path) else { continue }
      for document in documents {
        #expect(document.symbol != nil, "\(path)")
        let fragments = document.paragraphs.map(\.fragment) + document.footnotes.map(\.fragment)
        #expect(Set(fragments).count == fragments.count, "\(path)")
        #expect(document.paragraphs.allSatisfy { $0.text.utf8.count > 0 })
      }
    }
  }

  /// The same resolution read from its mark-up and from its bare text, flowing and paged, gives the same paragraphs.
  @Test(arguments: ["flow", "pdf"]) func bareTextGivesTheSameParagraphs(form: String) throws {
    let paths = try Corpus.akn(every: 25)
    guard let folder = try Corpus.render(paths, for: form) else { return }
    defer { try? FileManager.default.removeItem(at: folder) }
    var equal = 0
    var all = 0
    for path in paths {
      guard let marked = try? DocumentReader.read(path: path) else { continue }
      let name = (path as NSString).lastPathComponent.dropLast(4)
      let bare = try DocumentReader.read(path: folder.appendingPathComponent("\(name).\(form).txt").path)
      #expect(marked.count == bare.count, "\(path)")
      for (one, other) in zip(marked, bare) {
        #expect(one.symbol == other.symbol, "\(path)")
        var texts: [String: Int] = [:]
        for paragraph in other.paragraphs { texts[paragraph.text, default: 0] += 1 }
        for paragraph in one.paragraphs {
          all += 1
          if let count = texts[paragraph.text], count > 0 {
            texts[paragraph.text] = count - 1
            equal += 1
          }
        }
      }
    }
    #expect(Double(equal) >= 0.985 * Double(all), "\(equal) of \(all)")
  }
}
