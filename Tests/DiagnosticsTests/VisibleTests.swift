import Diagnostics
import Testing

/// What a file's name or text holds cannot command the terminal that an error is shown on.
@Suite struct VisibleTests {
  @Test func controlsAreShownNotObeyed() {
    #expect("a\nb\u{1B}[31mc\u{7F}\u{9B}2J\tä\u{202E}".visible == "a␊b␛[31mc␡\u{FFFD}2J\tä\u{FFFD}")
    #expect("resolution 75/240, № ١٢".visible == "resolution 75/240, № ١٢")
  }

  @Test func anErrorStaysOnItsLines() {
    let source = SourceText(name: "a\nb", text: "x \u{1B}[2J y")
    let error = Diagnostic.error("no '\u{1B}c'\n", at: 0..<1, in: source, hint: "or\rthis")
    #expect(error.description == "error: no '␛c'␊\n --> a␊b:1:1\n1 | x ␛[2J y\n  | ^ or␍this")
  }
}
