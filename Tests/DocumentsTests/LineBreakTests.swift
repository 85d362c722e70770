import Documents
import FileFixtures
import Testing

@Suite("Paragraphs that only line breaks part, and line breaks that part none")
struct LineBreakTests {
  private static let lines = [
    "The General Assembly,", "Recalling its resolution 98/2,", "Taking note of the report A/98/88,",
    "Decides to row;", "Asks for oars.",
  ]

  @Test(arguments: ["<br>", "<br><br>", "<br/>\n<br/>\n"])
  func page(between: String) throws {
    let page = """
      <html><body>A/RES/99/12<br><br>Resolution adopted by the General Assembly on 6 December 2044<br><br>
      <i>The General Assembly</i>,\(between)<i>Recalling</i> its resolution 98/2,\(between)
      <i>Taking note</i> of the report A/98/88,\(between)1. <i>Decides</i> to row;\(between)2. <i>Asks</i> for<br>oars.</body></html>
      """
    let document = try #require(try DocumentReader.read(Array(page.utf8), name: "page").first)
    #expect(document.symbol?.text == "A/RES/99/12")
    #expect(document.adoptedOn == "2044-12-06")
    #expect(document.paragraphs.map(\.text) == LineBreakTests.lines)
    #expect(document.paragraphs.map(\.openingPhrase) == [nil, "Recalling", "Taking note", "Decides", "Asks"])
  }

  @Test("lines end in carriage returns, in line feeds or in both", arguments: ["\r", "\n", "\r\n"])
  func lineEnds(end: String) throws {
    let text = [
      "A/RES/99/12", "99/12. Lakes", "The General Assembly,", "Recalling its resolution 98/2,",
      "Taking note of the report A/98/88,", "1. Decides to row;", "2. Asks for oars.",
    ].joined(separator: end + end)
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "text").first)
    #expect(document.symbol?.text == "A/RES/99/12")
    #expect(document.paragraphs.map(\.text) == LineBreakTests.lines)
  }

  @Test func wordFile() throws {
    var file = DOCXFixture([])
    file.bodyStart = """
      <w:p><w:r><w:t>A/RES/99/12</w:t></w:r></w:p><w:p><w:r><w:t>99/12. Lakes</w:t><w:br/><w:tab/></w:r>
      <w:r><w:rPr><w:i/></w:rPr><w:t>The General Assembly</w:t></w:r><w:r><w:t>,</w:t><w:br/></w:r>
      <w:r><w:rPr><w:i/></w:rPr><w:t>Recalling</w:t></w:r><w:r><w:t xml:space="preserve"> its resolution 98/2,</w:t><w:br/></w:r>
      <w:r><w:rPr><w:i/></w:rPr><w:t>Taking note</w:t></w:r><w:r><w:t xml:space="preserve"> of the report A/98/88,</w:t><w:br/></w:r>
      <w:r><w:t>1.</w:t><w:tab/><w:t>Decides to row;</w:t><w:br/><w:t>2.</w:t><w:tab/><w:t>Asks for</w:t><w:br/><w:t>oars.</w:t></w:r></w:p>
      """
    let document = try #require(try DocumentReader.read(file.bytes(), name: "a.docx").first)
    #expect(document.title == "Lakes")
    #expect(document.paragraphs.map(\.text) == LineBreakTests.lines)
  }

  @Test(
    "a printed line that begins with a capital -ing word goes on with the line before",
    arguments: [
      "Noting the plan entitled The State of Lakes:\nTackling Floods – A Decade for Rowing, and its boats,",
      "Recalling the Convention on the Prohibition of the Development, Production,\nStockpiling and Use of Leaky Boats and resolution 98/2,",
    ])
  func capitals(paragraph: String) throws {
    let text = """
      A/RES/99/12
      The General Assembly,
      \(paragraph)
      Mindful of the need of many people to row upon the lakes of their own country,
      1. Decides to keep the Convention on the Prohibition of the Development of Boats,
      Stockpiling and Use of Oars and resolution 98/2;
      2. Decides to row.
      """
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "lakes").first)
    #expect(document.paragraphs.map(\.fragment) == ["h1", "pp1", "pp2", "op1", "op2"])
    #expect(document.paragraphs[1].text == paragraph.replacing("\n", with: " "))
  }

  @Test(
    "a date of adoption may be broken over a line",
    arguments: [
      "Adopted by the Security Council at its 17904th meeting, on 23 March\n2044",
      "Adopted by the Security Council at its 17904th meeting, on 23\nMarch 2044",
      "Resolution adopted by the General Assembly on 23 March\n2044",
      "**Adopted by the Security Council at its 17904th meeting, on 23\nMarch 2044**",
    ])
  func brokenDate(line: String) throws {
    let isMarkdown = line.hasPrefix("*")
    let text = """
      A/RES/99/12
      Distr.: General
      \(line)
      99/12. Lakes
      \(isMarkdown ? "\n*The Security Council*,\n" : "The Security Council,")
      Recalling resolution 9718 (2043),
      1. Decides to row.
      """
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "lakes").first)
    #expect(document.adoptedOn == "2044-03-23")
    #expect(document.title == "Lakes")
  }

  @Test(
    "the day of adoption is read in Russian, Chinese and Arabic, not the day of distribution",
    arguments: [
      (
        "Генеральная Ассамблея", "Резолюция, принятая Генеральной Ассамблеей 22 декабря 2044 года",
        "Генеральная Ассамблея,"
      ),
      ("大会", "2044年12月22日大会决议", "大会，"),
      ("安全理事会", "安全理事会2044年12月22日第17904次会议通过", "安全理事会，"),
      ("الجمعية العامة", "قرار اتخذته الجمعية العامة في 22 كانون الأول/ديسمبر 2044", "إن الجمعية العامة،"),
    ])
  func otherLanguages(organ: String, adoption: String, formula: String) throws {
    let text =
      "A/RES/99/12\n\n\(organ)\n\nDistr.: General\n\n28 December 2044\n\n\(adoption)\n\n\(formula)\n\nA/98/2，\n\n1. A/98/3.\n"
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "lakes").first)
    #expect(document.adoptedOn == "2044-12-22")
    #expect(document.paragraphs.first?.text == formula)
  }

  @Test(
    "who puts a draft forward stands behind the agenda item",
    arguments: [
      "Chile and Mexico: draft resolution", "Chile\nand Mexico: draft resolution",
      "Chile, Mexico and\nCosta Rica: draft resolution", "Chile, Mexico, Costa\nRica: draft resolution",
      "Chile, , Fiji, Bolivia (Plurinational\nState of) and Mexico: draft resolution",
    ])
  func sponsors(list: String) throws {
    let text = """
      United Nations A/C.3/99/L.12
      Ninety-ninth session
      Third Committee
      Agenda item 71 (b)
      Lakes, rivers and other waters: human rights

      \(list)

      Lakes

      The General Assembly,

      1. Decides to row.
      """
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "lakes").first)
    #expect(document.sponsors.first == "Chile")
    #expect(document.sponsors.last == (list.contains("Rica") ? "Costa Rica" : "Mexico"))
  }

  @Test func manyBreaksAreRead() throws {
    let page =
      "<html><body><p>A/RES/99/12<p>1. Rows" + String(repeating: "<br>x", count: 50_000) + "</body></html>"
    let document = try #require(try DocumentReader.read(Array(page.utf8), name: "page").first)
    #expect(document.paragraphs.map(\.text.utf8.count) == [100_004])
  }

  @Test func arabicNumbersAreFollowedByADash() throws {
    let text = "A/RES/99/12\n\nإن الجمعية العامة،\n\n1 - ترحب بالتقرير A/98/2؛\n\n2 - تقرر المضي قدما.\n"
    let document = try #require(try DocumentReader.read(Array(text.utf8), name: "lakes").first)
    #expect(document.paragraphs.map(\.fragment) == ["h1", "op1", "op2"])
    #expect(document.paragraphs.last?.text == "تقرر المضي قدما.")
    #expect(document.footnotes.isEmpty)
  }
}
