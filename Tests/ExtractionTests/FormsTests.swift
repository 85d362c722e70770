import Documents
import FileFixtures
import Foundation
import Ontology
import RDF
import Testing

@testable import Extraction

/// The same resolution in two forms gives the same triples but for provenance.
@Suite struct FormsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../Corpus").standardizedFileURL

  private func sample(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: FormsTests.folder.appendingPathComponent(name)))
  }

  /// The triples of the only document, without what the mark-up alone knows and what tells of the file.
  private func triples(_ bytes: [UInt8]) throws -> Set<Triple> {
    let documents = try DocumentReader.read(bytes, name: "sample")
    var document = try #require(documents.first)
    document.draft = nil
    document.sponsors = []
    document.votes = RecordedVote()
    document.subjects = []
    return Set(Extractor(ontology: try .bundled()).extract(document).triples)
  }

  @Test(arguments: ["A_RES_73_27.xml", "A_RES_70_237.xml", "A_RES_75_240.xml", "A_RES_78_237.xml"])
  func markupAndDOCX(name: String) throws {
    let bytes = try sample(name)
    let document = try #require(try DocumentReader.read(bytes, name: name).first)
    let docx = DOCXFixture(document).bytes()
    let (one, other) = (try triples(bytes), try triples(docx))
    #expect(one.count > 100)
    #expect(one.subtracting(other).map(\.description).sorted() == [])
    #expect(other.subtracting(one).map(\.description).sorted() == [])
  }

  @Test(arguments: ["A_RES_73_27.xml", "A_RES_65_41.md", "A_RES_76_19.html", "A_RES_53_70.txt"])
  func packedByGzip(name: String) throws {
    let bytes = try sample(name)
    #expect(try triples(bytes) == triples(GzipFixture.packed(bytes)))
  }

  @Test func utf16AndUTF8() throws {
    let bytes = try sample("A_RES_53_70.txt")
    let units = Array(String(decoding: bytes, as: UTF8.self).utf16)
    let wide: [UInt8] =
      [0xFF, 0xFE] + units.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] as [UInt8] }
    #expect(try triples(bytes) == triples(wide))
  }
}

extension DOCXFixture {
  /// The document as a typist sets it: header, title, paragraphs with their numbers, markers, italics and links.
  init(_ document: Document) {
    let number = document.symbol?.text.split(separator: "/").suffix(2).joined(separator: "/") ?? ""
    var lines = [
      "United Nations", document.symbol?.text ?? "", document.organ?.rawValue ?? "",
      "\(DOCXFixture.ordinal(document.session ?? 0)) session",
      "Resolution adopted by the General Assembly on \(DOCXFixture.day(document.adoptedOn ?? ""))",
    ]
    if let item = document.agendaItem { lines.append("Agenda item \(item)") }
    if let report = document.committeeReport {
      lines.append("[on the report of the First Committee (\(report.text))]")
    }
    lines.append("\(number). \(document.title ?? "")")
    var paragraphs = lines.map { Paragraph($0) }
    for (index, paragraph) in document.paragraphs.enumerated() {
      paragraphs.append(DOCXFixture.paragraph(paragraph, document.paragraphs, index))
    }
    if let meeting = document.meeting { paragraphs.append(Paragraph(meeting)) }
    self.init(paragraphs, footnotes: document.footnotes.map(\.text))
  }

  private static func paragraph(
    _ paragraph: Documents.Paragraph, _ all: [Documents.Paragraph], _ index: Int
  ) -> Paragraph {
    var runs: [Run] = []
    if let number = paragraph.number {
      // "4(a)" is printed "(a)", "1.3" is printed "1.3".
      let own = number.lastIndex(of: "(").map { String(number[$0...]) } ?? "\(number)."
      runs.append(Run(own + "\t"))
    }
    let text = Array(paragraph.text.utf8)
    let italics = paragraph.openingPhrase?.utf8.count ?? 0
    var cuts = Set([0, italics, text.count] + paragraph.markers.map(\.offset)).filter { $0 <= text.count }
      .sorted()
    if cuts.count == 1 { cuts.append(text.count) }
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      runs.append(Run(String(decoding: text[start..<end], as: UTF8.self), italic: end <= italics))
      for marker in paragraph.markers where marker.offset == end {
        runs.append(Run("", footnote: marker.footnote))
      }
    }
    return Paragraph(runs)
  }

  private static func day(_ iso: String) -> String {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    return parts.count == 3 ? "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])" : ""
  }

  /// "Seventy-third".
  private static func ordinal(_ number: Int) -> String {
    let tens = ["", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
    let wholeTens = [
      "", "", "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth",
    ]
    let ones = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
    return number % 10 == 0 ? wholeTens[number / 10] : "\(tens[number / 10])-\(ones[number % 10])"
  }
}
