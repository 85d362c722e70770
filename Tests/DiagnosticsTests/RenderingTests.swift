import Diagnostics
import Testing

/// The pictures that errors draw, asserted whole.
@Suite struct RenderingTests {
  @Test func pointsAtTheWordAndSaysWhatWasMeant() {
    let source = SourceText(name: "ancestors.rq", text: "# ancestors\nSELECT *\n{ ?r unn:recalls ?s }\n")
    let error = Diagnostic.error("unknown prefix 'unn'", at: 26..<29, in: source, hint: "did you mean 'un'?")
    #expect(
      error.description == """
        error: unknown prefix 'unn'
         --> ancestors.rq:3:6
        3 | { ?r unn:recalls ?s }
          |      ^^^ did you mean 'un'?
        """)
  }

  @Test func countsColumnsInScalarsAndKeepsTabs() {
    let source = SourceText(name: "q", text: "é\t?x ?y")
    let error = Diagnostic.error("expected a dot", at: 3..<5, in: source)
    #expect(error.description == "error: expected a dot\n --> q:1:3\n1 | é\t?x ?y\n  |  \t^^")
  }

  @Test func drawsAWindowOfAVeryLongLine() {
    let text = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
    let error = Diagnostic.error("no", at: 500..<501, in: SourceText(name: "f", text: text))
    let lines = error.description.split(separator: "\n", omittingEmptySubsequences: false)
    let drawn = Array(lines[2].unicodeScalars)
    let carets = Array(lines[3].unicodeScalars)
    #expect(drawn.count < 140)
    #expect(carets.firstIndex(of: "^") == drawn.firstIndex(of: "!"))
    #expect(lines[1] == " --> f:1:501")
  }

  @Test func withoutASourceTheHintFollowsInBrackets() {
    #expect(
      Diagnostic.error("'x' is empty", hint: "name another file").description
        == "error: 'x' is empty (name another file)")
  }
}
