import Diagnostics
import Documents
import FileFixtures
import Testing

/// Input that is damaged or means harm is named, bounded in time and memory, and reads nothing of its own.
@Suite struct HostileInputTests {
  private func message(_ bytes: [UInt8]) -> String? {
    do {
      _ = try DocumentReader.read(bytes, name: "a")
      return nil
    } catch {
      return (error as? Diagnostic)?.message ?? "\(error)"
    }
  }

  private static let text = """
    A/RES/151/12

    The General Assembly,

    Recalling the café’s report,

    1. Decides to act.
    """

  @Test func whatIsTooLargeIsRefusedUnread() {
    let line = [UInt8](repeating: 0x61, count: 100 << 20)
    #expect(message(line) == "'a' has 100 MB, expected a document of at most 64 MB")
    #expect(message(Array(line.prefix(40 << 20))) == "'a' has 40 MB, expected a document of at most 32 MB")
    #expect(message(GzipFixture.packed(line)) == "'a' unpacks to more than 64 MB: not read")
    #expect(
      message(GzipFixture.packed(GzipFixture.packed(Array("The General Assembly,".utf8))))
        == "'a' is packed by gzip more than once")
  }

  @Test("forms that are not read are named, not taken for text")
  func otherForms() {
    let rtf = "{\\rtf1\\ansi\\pard A/RES/151/12\\par\nThe General Assembly,\\par\n1. Decides to act.\\par}"
    #expect(message(Array(rtf.utf8)) == "'a' is RTF")
    for first in ["From: <Saved by Blink>\nMIME-Version: 1.0", "MIME-Version: 1.0"] {
      let archive = first + "\nContent-Type: multipart/related; boundary=x\n\n--x\n" + HostileInputTests.text
      #expect(message(Array(archive.utf8)) == "'a' is a web archive")
    }
    let letter = "From: the Secretariat\n\n" + HostileInputTests.text
    #expect(message(Array(letter.utf8)) == nil)
  }

  /// Found by the fuzzer: numbers at the end of what an Int holds, and next to it.
  @Test func numbersThatCannotBeCountedOn() throws {
    for start in ["9223372036854775807", "9223372036854775808", "2147483647", "-2147483648", "x"] {
      let html =
        "<html><ol start=\"\(start)\"><li>Decides<li value=\"\(start)\">Requests<li>Invites</ol></html>"
      #expect(try DocumentReader.read(Array(html.utf8), name: "a")[0].paragraphs.count == 3)
      var word = DOCXFixture((0..<3).map { .init([.init("Decides \($0)")], list: (1, 0)) })
      word.numbering =
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"\(start)\"/><w:lvlText w:val=\"%1.\"/>"
        + "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
      #expect(try DocumentReader.read(word.bytes(), name: "a")[0].paragraphs.count == 3)
    }
  }

  /// Labels far apart are not counted through.
  @Test func footnotesNumberedFarApart() throws {
    let notes = "¹ A/150/1.\n\n⁹⁹⁹⁹ A/150/2.\n"
    let text = "\(HostileInputTests.text)\n\n2. Notes reports,¹ and others.⁹⁹⁹⁹\n\n\(notes)"
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "a").first)
    #expect(document.footnotes.map(\.label) == ["1", "9999"])
  }

  /// What is made quadratic costs its square only where nobody bounds it; each of these took minutes.
  @Test func repetitionIsRead() throws {
    let notes = (0..<20_000).map { "x<authorialNote marker=\"\($0)\"><p>y</p></authorialNote>" }.joined()
    let xml =
      "<akomaNtoso><statement><mainBody><paragraph><num>1.</num><content><p>\(notes)</p></content></paragraph></mainBody></statement></akomaNtoso>"
    #expect(try DocumentReader.read(Array(xml.utf8), name: "a")[0].footnotes.count == 20_000)
    let items = String(repeating: "(a) act;\n\n", count: 20_000)
    let document = try DocumentReader.read(Array("\(HostileInputTests.text)\n\n\(items)".utf8), name: "a")[0]
    #expect(Set(document.paragraphs.map(\.fragment)).count == document.paragraphs.count)
    let attributes = (0..<100_000).map { " a\($0)=\"1\"" }.joined()
    #expect(
      message(Array("<akomaNtoso\(attributes)/>".utf8)) == "'a' has a tag of more than 256 KB: not read")
    let unclosed = "<?xml version=\"1.0\"?>" + String(repeating: "<", count: 1_000_000)
    #expect(message(Array(unclosed.utf8)) != nil)
  }

  @Test func aParagraphWithoutEndIsRefused() throws {
    let words = Array("Recalling its resolution 150/36 of 6 December 2095, ".utf8)
    var line = Array("The General Assembly,\n\n".utf8)
    for _ in 0..<20_000 { line += words }
    #expect(message(line) == "'a' holds a line of 1016 KB, expected at most 256 KB")
    #expect(message(Array(line.prefix(200 << 10))) == nil)
  }

  @Test func encodingsAreTold() throws {
    let expected = try DocumentReader.read(Array(HostileInputTests.text.utf8), name: "a")[0].paragraphs.map(
      \.text)
    #expect(expected.count == 3)
    func texts(_ bytes: [UInt8]) throws -> [String] {
      try DocumentReader.read(bytes, name: "a")[0].paragraphs.map(\.text)
    }
    let units = Array(HostileInputTests.text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try texts([0xFF, 0xFE] + little) == expected)
    #expect(try texts([0xFE, 0xFF] + big) == expected)
    let windows = HostileInputTests.text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8($0.value & 0xFF) }
    #expect(try texts(windows) == expected)
    #expect(message([0x00] + Array(HostileInputTests.text.utf8))?.contains("binary") == true)
    #expect(message(Array("abc\0def".utf8))?.contains("binary") == true)
  }

  @Test func damagedMarkupIsNamed() {
    let whole = "<akomaNtoso><statement><mainBody><p>Decides</p></mainBody></statement></akomaNtoso>"
    #expect(message(Array(whole.utf8)) == nil)
    #expect(message(Array(whole.utf8.prefix(40)))?.contains("not well-formed XML") == true)
    #expect(message(Array("<akomaNtoso>\u{1}</akomaNtoso>".utf8))?.contains("not well-formed XML") == true)
    let deep = String(repeating: "<p>", count: 100_000)
    #expect(message(Array("<akomaNtoso>\(deep)".utf8))?.contains("not well-formed XML") == true)
  }

  @Test func entitiesAreNeitherExpandedNorFetched() throws {
    let bomb = """
      <!DOCTYPE akomaNtoso [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>
      <akomaNtoso><statement><mainBody><paragraph><num>1.</num><content><p>Decides &c; &d; to act.</p></content>
      </paragraph></mainBody></statement></akomaNtoso>
      """
    let texts =
      (try? DocumentReader.read(Array(bomb.utf8), name: "a"))?.flatMap { $0.paragraphs.map(\.text) } ?? []
    #expect(texts.joined().utf8.count < 100)
    #expect(!texts.joined().contains("root"))
  }

  @Test func anAttributeKeepsItsAmpersand() throws {
    let xml = """
      <akomaNtoso><statement><mainBody><paragraph><num>1.</num><content><p>Recalls
      <a href="https://undocs.org/en/A/RES/1/1?a=1&amp;b=2">1/1</a>;</p></content></paragraph></mainBody></statement></akomaNtoso>
      """
    let document = try #require(try DocumentReader.read(Array(xml.utf8), name: "a").first)
    #expect(document.paragraphs[0].links.map(\.target) == ["https://undocs.org/en/A/RES/1/1?a=1&b=2"])
  }

  @Test func whatIsNoPDFIsNamed() {
    let file = Array("%PDF-1.4\nnothing of the kind".utf8)
    let said = message(file) ?? ""
    #expect(said.contains("pdftotext cannot read") || said.contains("is not installed"))
  }
}
