import Documents
import Testing

@Suite struct HTMLTests {
  @Test func listsNumbersAndRaisedDigits() throws {
    let page = """
      <!DOCTYPE html><html><head><title>x</title><script>var a = "1 < 2";</script></head><body><nav>Menu</nav><main>
      <p>United&nbsp;Nations</p><p>S/RES/9250 (2095)</p><p>Security Council</p>
      <h1>Resolution 9250 (2095)</h1>
      <p>Adopted by the Security Council at its 7573rd meeting, on 9 December 2095</p>
      <p><em>The Security Council</em>,</p>
      <p><i>Recalling</i> its resolution 9325 (2093)<sup>1</sup> of 31 October 2093,</p>
      <ol><li><em>Urges</em> States:<ol type="a"><li>To act;</li><li>To wait;</li></ol></li>
      <li><em>Further decides</em> to stay<br>seized.</li></ol>
      <p><sup>1</sup> See S/1&#8209;2.</p></main></body></html>
      """
    let document = try #require(try DocumentReader.read(Array(page.utf8), name: "page").first)
    #expect(document.symbol == Symbol(canonical: "S/RES/9250(2095)"))
    #expect(document.organ == .securityCouncil)
    #expect(document.adoptedOn == "2095-12-09")
    #expect(document.meeting == "7573rd meeting")
    #expect(
      document.paragraphs.map { "\($0.fragment) [\($0.openingPhrase ?? "")] \($0.text)" } == [
        "h1 [] The Security Council,",
        "pp1 [Recalling] Recalling its resolution 9325 (2093) of 31 October 2093,",
        "op1 [Urges] Urges States:",
        "op1.a [] To act;",
        "op1.b [] To wait;",
        "op2 [Further decides] Further decides to stay seized.",
      ])
    #expect(document.footnotes.map(\.text) == ["See S/1-2."])
    #expect(document.paragraphs[1].markers == [Marker(offset: 36, footnote: 0, label: "1")])
  }
}
