import Documents
import FileFixtures
import Testing

@Suite("Several resolutions one behind the other in one file")
struct JoinedTextsTests {
  /// A resolution in lines, its symbol in a line of its own.
  private static func lines(_ number: Int, head: [String]) -> [String] {
    head + [
      "Resolution adopted by the General Assembly on 3 March 2044", "99/\(number). Bridges over rivers",
      "The General Assembly,", "Recalling its resolution 98/\(number) on rivers,¹",
      "1. Welcomes the bridges.",
      "45th plenary meeting", "3 March 2044", "¹ A/99/\(number).",
    ]
  }

  private func check(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let documents = try DocumentReader.read(bytes, name: "bridges")
    let symbols = ["A/RES/99/12", "A/RES/99/13", "A/RES/99/14"]
    #expect(documents.map(\.symbol?.text) == symbols, sourceLocation: sourceLocation)
    #expect(
      documents.map { $0.footnotes.map(\.text) } == [["A/99/12."], ["A/99/13."], ["A/99/14."]],
      sourceLocation: sourceLocation)
    #expect(documents.map(\.paragraphs.count) == [3, 3, 3], sourceLocation: sourceLocation)
    #expect(documents.allSatisfy { $0.paragraphs[1].markers.count == 1 }, sourceLocation: sourceLocation)
  }

  @Test(
    "plain text, whatever stands between",
    arguments: ["\n\n", "\n\u{C}", "\n\n=====\n\n", "\n\n____________________\n\n"],
    [
      ["A/RES/99/?"], ["United Nations A/RES/99/?"], ["United Nations", "A/RES/99/?"],
      ["Nations Unies              A/RES/99/?"],
    ])
  func plainText(between: String, head: [String]) throws {
    let texts = (12...14).map { number in
      let head = head.map { $0.replacing("?", with: "\(number)") }
      return JoinedTextsTests.lines(number, head: head).joined(separator: "\n\n")
    }
    try check(Array(texts.joined(separator: between).utf8))
  }

  @Test("Markdown", arguments: ["# A/RES/99/", "**A/RES/99/", "_____\n\n  United Nations      A/RES/99/"])
  func markdown(head: String) throws {
    let texts = (12...14).map { number in
      let head = "\(head)\(number)" + (head.hasPrefix("**") ? "**" : "")
      return JoinedTextsTests.lines(number, head: [head]).joined(separator: "\n\n")
        .replacing("Recalling", with: "*Recalling*").replacing(",¹", with: ",[^1]").replacing(
          "¹ A", with: "[^1]: A")
    }
    try check(Array(texts.joined(separator: "\n\n").utf8))
  }

  private static func page(_ number: Int, isLinked: Bool) -> String {
    let lines = lines(number, head: ["A/RES/99/\(number)"]).map { line in
      isLinked
        ? line.replacing(",¹", with: ",<a href=\"#n\" id=\"r\">[1]</a>")
          .replacing("¹", with: "<a id=\"n\" href=\"#r\">[1]</a>") : line
    }
    return "<html><body><table><tr><td>United Nations</td><td>\(lines[0])</td></tr></table>"
      + lines.dropFirst().map { "<p>\($0)</p>" }.joined() + "</body></html>"
  }

  @Test("web pages", arguments: [false, true])
  func pages(isLinked: Bool) throws {
    let pages = (12...14).map { JoinedTextsTests.page($0, isLinked: isLinked) }
    try check(Array(pages.joined(separator: "\n").utf8))
    let bodies = pages.map { $0.dropFirst("<html><body>".count).dropLast("</body></html>".count) }
    try check(Array("<html><body>\(bodies.joined())</body></html>".utf8))
    let mains = bodies.map { "<main>\($0)</main>" }
    try check(Array("<html><body>\(mains.joined())</body></html>".utf8))
  }

  @Test func wordFile() throws {
    let paragraphs = (12...14).enumerated().flatMap { index, number in
      JoinedTextsTests.lines(number, head: ["A/RES/99/\(number)"]).dropLast().map { line in
        line.hasSuffix("¹")
          ? DOCXFixture.Paragraph([.init(String(line.dropLast())), .init("", footnote: index)])
          : DOCXFixture.Paragraph(line)
      }
    }
    try check(DOCXFixture(paragraphs, footnotes: (12...14).map { "A/99/\($0)." }).bytes())
  }

  @Test("a volume prints numbers before the titles, and no symbols", arguments: [0, 1])
  func volume(from start: Int) throws {
    let texts = (12...14).map { number in
      JoinedTextsTests.lines(number, head: []).dropFirst(start).joined(separator: "\n\n")
    }
    try check(Array(("Resolutions of the ninety-ninth session\n\n" + texts.joined(separator: "\n\n")).utf8))
  }

  @Test func statements() throws {
    let texts = (1...2).map { number in
      """
      S/PRST/2044/\(number)

      Statement by the President of the Security Council

      At the 14\(number)96th meeting of the Security Council, held on 18 January 2044, the President of the Security Council made the following statement on behalf of the Council:

      “The Security Council welcomes bridge \(number) and recalls its resolution 2399 (2043) on the bridges of the capital.”
      """
    }
    let documents = try DocumentReader.read(Array(texts.joined(separator: "\n\n").utf8), name: "bridges")
    #expect(documents.map(\.symbol?.text) == ["S/PRST/2044/1", "S/PRST/2044/2"])
    #expect(documents.map(\.meeting) == ["14196th meeting", "14296th meeting"])
  }

  @Test(
    "one text stays one",
    arguments: [
      // A running head.
      "United Nations A/RES/99/12\nThe General Assembly,\n1. Welcomes the bridges.\nA/RES/99/12\nAnnex\nThe General Assembly,\n1. Asks for boats.",
      // A resolution of another session, printed in an annex.
      "A/RES/99/12\n\nThe General Assembly,\n\n1. Decides to row.\n\nAnnex\n\n98/2. Oars\n\nThe General Assembly,\n\n1. Asks for oars.",
      // Its own number.
      "A/RES/99/12\n\n99/12. Lakes\n\nThe General Assembly,\n\n1. Decides to row.\n\n99/12. Lakes\n\nThe General Assembly,\n\n1. Asks for oars.",
      // Symbols that are cited.
      "A/RES/99/12\n\nThe General Assembly,\n\n1. Recalls:\n\nA/RES/98/1\n\nA/RES/98/2\n\n2. Decides to row.",
    ])
  func oneText(text: String) throws {
    let documents = try DocumentReader.read(Array(text.utf8), name: "bridges")
    #expect(documents.map(\.symbol?.text) == ["A/RES/99/12"])
  }
}
