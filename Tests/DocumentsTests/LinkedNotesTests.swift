import Documents
import Testing

@Suite("Footnotes of web pages to which links lead")
struct LinkedNotesTests {
  /// A page with one marker behind "the lakes," and what stands below the text.
  private func read(marker: String, below: String) throws -> Document {
    let page = """
      <html><body><p>A/RES/99/12</p><p><i>The General Assembly</i>,</p>
      <p><i>Noting</i> the report on the lakes,\(marker) and their boats,</p>
      <p>1. <i>Decides</i> to row.</p>\(below)</body></html>
      """
    return try #require(try DocumentReader.read(Array(page.utf8), name: "lakes").first)
  }

  @Test(
    "the note is what the link leads to, whoever wrote the page",
    arguments: [
      // Word, filtered.
      (
        "<a href=\"#_ftn1\" name=\"_ftnref1\" title=\"\"><span class=MsoFootnoteReference>[1]</span></a>",
        "<div><br clear=all><hr size=1><div id=ftn1><p><a href=\"#_ftnref1\" name=\"_ftn1\"><span>[1]</span></a>"
          + " A/99/40.</p><p>And A/99/41.</p></div></div>"
      ),
      // Word.
      (
        "<a href=\"#_ftn1\" name=\"_ftnref1\"><span><![if !supportFootnotes]>[1]<![endif]></span></a>",
        "<div id=ftn1><p><a href=\"#_ftnref1\" name=\"_ftn1\"><![if !supportFootnotes]>[1]<![endif]></a>"
          + " A/99/40. And A/99/41.</p></div>"
      ),
      // Google Docs.
      (
        "<sup><a href=\"#ftnt1\" id=\"ftnt_ref1\">[1]</a></sup>",
        "<hr><div><p><a href=\"#ftnt_ref1\" id=\"ftnt1\">[1]</a><span>&nbsp;A/99/40. And A/99/41.</span></p></div>"
      ),
      // LibreOffice.
      (
        "<a class=\"sdfootnoteanc\" name=\"sdfootnote1anc\" href=\"#sdfootnote1sym\"><sup>1</sup></a>",
        "<div id=\"sdfootnote1\"><p><a name=\"sdfootnote1sym\" href=\"#sdfootnote1anc\">1</a>A/99/40. And A/99/41.</p></div>"
      ),
      // pandoc.
      (
        "<a href=\"#fn1\" id=\"fnref1\" role=\"doc-noteref\"><sup>1</sup></a>",
        "<section><hr /><ol><li id=\"fn1\"><p>A/99/40. And A/99/41.<a href=\"#fnref1\">↩︎</a></p></li></ol></section>"
      ),
      // A wiki, which counts the places that refer to a note.
      (
        "<sup id=\"cite_ref-1_0\"><a href=\"#cite_note-1\">[1]</a></sup>",
        "<ol><li id=\"cite_note-1\"><span>↑ <a href=\"#cite_ref-1_0\">a</a></span> <span>A/99/40. And A/99/41.</span></li></ol>"
      ),
      // By hand, with no link back.
      ("<sup><a href=\"#n\">1</a></sup>", "<p id=\"n\"><sup>1</sup> A/99/40. And A/99/41.</p>"),
    ])
  func linkedNote(marker: String, below: String) throws {
    let document = try read(marker: marker, below: below)
    #expect(document.footnotes.map(\.text) == ["A/99/40. And A/99/41."])
    #expect(
      document.paragraphs.map(\.text) == [
        "The General Assembly,", "Noting the report on the lakes, and their boats,", "Decides to row.",
      ])
    #expect(document.paragraphs[1].markers == [Marker(offset: 31, footnote: 0, label: "1")])
  }

  @Test(
    "other links inside a page lead to no note",
    arguments: [
      ("<a href=\"#p1\">1</a>", "<p id=\"p1\">2. Asks for oars.</p>"),
      ("<sup><a href=\"#s\">1</a></sup>", "<h2 id=\"s\">Of oars</h2>"),
      ("<sup><a href=\"#nowhere\">1</a></sup>", "<p>2. Asks for oars.</p>"),
    ])
  func linkedText(marker: String, below: String) throws {
    let document = try read(marker: marker, below: below)
    #expect(document.footnotes.isEmpty)
    #expect(document.paragraphs.count == 4)
  }

  @Test func aNoteMayBeReferredToTwice() throws {
    let document = try read(
      marker: "<a href=\"#a\" id=\"b\"><sup>1</sup></a>",
      below: """
        <p>2. <i>Asks</i> for oars;<a href="#a"><sup>1</sup></a> and boats.<a href="#c" id="d"><sup>2</sup></a></p>
        <p>3. <i>Calls</i> for sails.<sup>1</sup></p>
        <ol><li id="a">A/99/40. <a href="#b">↩</a></li><li id="c">A/99/41. <a href="#d">↩</a></li></ol>
        """)
    #expect(document.footnotes.map(\.text) == ["A/99/40.", "A/99/41."])
    #expect(document.paragraphs.map { $0.markers.map(\.footnote) } == [[], [0], [], [0, 1], [0]])
  }

  @Test func manyLinksToOneNoteAreRead() throws {
    let links = String(repeating: "x<a href=\"#n\" id=\"r\"><sup>1</sup></a>", count: 5_000)
    let back = String(repeating: "<a href=\"#r\">a</a>", count: 5_000)
    let document = try read(marker: links, below: "<p id=\"n\">\(back) A/99/40.</p>")
    #expect(document.footnotes.map(\.text) == ["A/99/40."])
    #expect(document.paragraphs[1].markers.count == 5_000)
  }
}
