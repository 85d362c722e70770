import Diagnostics
import Documents
import FileFixtures
import Testing

@Suite struct DOCXTests {
  private typealias Run = DOCXFixture.Run
  private typealias Paragraph = DOCXFixture.Paragraph

  private func read(_ file: DOCXFixture) throws -> Document {
    try #require(try DocumentReader.read(file.bytes(), name: "a.docx").first)
  }

  private func message(_ bytes: [UInt8]) -> String? {
    do {
      _ = try DocumentReader.read(bytes, name: "a.docx")
      return nil
    } catch {
      return (error as? Diagnostic)?.message
    }
  }

  /// Paragraphs counted by Word: "1.", "(a)", "(i)" of one list.
  private static let numbering = """
    <w:abstractNum w:abstractNumId="4">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
    <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
    </w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>
    """

  @Test func headerNumbersItalicsAndFootnotes() throws {
    var file = DOCXFixture(
      [
        Paragraph("United Nations\u{A0}"),
        Paragraph("General Assembly"),
        Paragraph("Resolution adopted by the General Assembly on 4 December 2091"),
        Paragraph("146/31. Peaceful uses of the deep sea"),
        Paragraph([Run("The General Assembly", italic: true), Run(",")]),
        Paragraph([
          Run("Recalling", italic: true), Run(" its resolution "),
          Run("145/30", link: "https://undocs.org/A/RES/145/30"),
          Run(" of 5 December 2090,"), Run("", footnote: 0), Run(" and guided by the Charter,"),
        ]),
        Paragraph([Run("Urges", italic: true), Run(" all States:")], list: (7, 0)),
        Paragraph([Run("To report;"), Run("", footnote: 1, mark: "*")], list: (7, 1)),
        Paragraph([Run("To act:")], list: (7, 1)), Paragraph([Run("At sea;")], list: (7, 2)),
        Paragraph([Run("On land"), Run("1", raised: true), Run(".")], list: (7, 2)),
        Paragraph([Run("Decides", italic: true), Run(" to remain seized.")], list: (7, 0)),
        Paragraph("61st plenary meeting"), Paragraph("4 December 2091"),
      ], footnotes: ["See A/145/12.", "Reissued."])
    file.numbering = DOCXTests.numbering
    file.head = "A/RES/146/31"
    let document = try read(file)
    #expect(document.symbol == Symbol(canonical: "A/RES/146/31"))
    #expect(document.title == "Peaceful uses of the deep sea")
    #expect(document.adoptedOn == "2091-12-04")
    #expect(document.meeting == "61st plenary meeting")
    #expect(
      document.paragraphs.map { "\($0.fragment) [\($0.openingPhrase ?? "")] \($0.text)" } == [
        "h1 [] The General Assembly,",
        "pp1 [Recalling] Recalling its resolution 145/30 of 5 December 2090, and guided by the Charter,",
        "op1 [Urges] Urges all States:", "op1.a [] To report;", "op1.b [] To act:", "op1.b.i [] At sea;",
        "op1.b.ii [] On land.", "op2 [Decides] Decides to remain seized.",
      ])
    #expect(document.footnotes.map { "\($0.label) \($0.text)" } == ["1 See A/145/12.", "* Reissued."])
    #expect(document.paragraphs[1].markers == [Marker(offset: 51, footnote: 0, label: "1")])
    #expect(document.paragraphs[3].markers.map(\.footnote) == [1])
    #expect(document.paragraphs[6].markers.map(\.footnote) == [0])
    #expect(
      document.paragraphs[1].links == [Link(range: 25..<31, target: "https://undocs.org/A/RES/145/30")])
  }

  @Test func numberedStylesOverridesAndBulletsCount() throws {
    var file = DOCXFixture([
      Paragraph("The Security Council,"),
      Paragraph([Run("Demands that all parties withdraw;")], list: (7, 0)),
      Paragraph([Run("a point without a number,")], list: (7, 3)),
      Paragraph([Run("Decides to review this;")], list: (8, 0)),
    ])
    file.numbering =
      DOCXTests.numbering
        + """
        <w:num w:numId="8"><w:abstractNumId w:val="4"/>
        <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        """
    let operative = try read(file).paragraphs.filter { $0.kind == .operative }
    #expect(operative.map(\.fragment) == ["op1", "op-1", "op5"])
  }

  @Test func deletedTextAndFieldCodesAreLeftOut() throws {
    var file = DOCXFixture([Paragraph("Recalling its resolution 12/4,")])
    file.bodyStart = """
      <w:p><w:r><w:t>The General Assembly,</w:t></w:r></w:p>
      <w:p><w:r><w:t>Noting</w:t></w:r><w:del><w:r><w:delText> never</w:delText></w:r></w:del>
      <w:r><w:instrText>PAGE</w:instrText></w:r><w:ins><w:r><w:t> the report</w:t></w:r></w:ins>
      <w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>
      <w:r><w:t> A/41/</w:t></w:r><w:r><w:t>7</w:t><w:noBreakHyphen/><w:t>S/9,</w:t></w:r></w:p>
      """
    let texts = try read(file).paragraphs.map(\.text)
    let expected = [
      "The General Assembly,", "Noting the report A/41/7-S/9,", "Recalling its resolution 12/4,",
    ]
    #expect(texts == expected)
  }

  @Test func otherArchivesAndDamageAreNamed() {
    #expect(
      message(ZipFixture.packed([("content.xml", [0x41])]))
        == "'a.docx' is a zip archive but no DOCX: it holds no 'word/document.xml'")
    let file = DOCXFixture([Paragraph("The General Assembly,")]).bytes()
    #expect(message(Array(file.dropLast(30)))?.hasPrefix("'a.docx' is damaged: ") == true)
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
    #expect(message(compound)?.contains("old binary form") == true)
  }

  @Test func whatUnpacksToTooMuchIsRefused() {
    let bomb = [UInt8](repeating: 0x20, count: 80 << 20)
    let archive = ZipFixture.packed([("word/document.xml", bomb)])
    #expect(archive.count < 100 << 10)
    #expect(message(archive) == "'a.docx' unpacks to more than 64 MB in 'word/document.xml': not read")
    #expect(message(GzipFixture.packed(bomb)) == "'a.docx' unpacks to more than 64 MB: not read")
  }

  @Test func entitiesAreNeitherExpandedNorFetched() {
    var file = DOCXFixture([Paragraph("The General Assembly,")])
    file.documentTypeDeclaration = """
      <!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
      """
    file.bodyStart = "<w:p><w:r><w:t>secret &x; &c;</w:t></w:r></w:p>"
    let texts = (try? read(file).paragraphs.map(\.text)) ?? []
    #expect(!texts.joined().contains("root:"))
    #expect(!texts.joined().contains("aaaaaaaaaaaaaaaaaaaa"))
  }
}
