import Diagnostics
import RDF

extension Parser {
  func error(_ message: String, _ range: Range<Int>, hint: String? = nil) -> Diagnostic {
    .error(message, at: lexer.text.original(range), in: source, hint: hint, exitStatus: 2)
  }

  /// "expected X, found Y", with the nearest of `keywords` where a bare word was found.
  func expected(_ what: String, keywords: [String] = []) -> Diagnostic {
    if token.kind == .end {
      return error("expected \(what), found the end of the text", previousEnd..<previousEnd)
    }
    let hint =
      token.kind == .word && !keywords.contains(word)
      ? Suggestion.hint(for: text, among: keywords) : bracketHint
    return error("expected \(what), found '\(excerpt)'", token.range, hint: hint)
  }

  /// "expected X, found Y" where a term may stand: a bare word may be a name whose colon was left out.
  func expectedTerm(_ what: String, keywords: [String] = []) -> Diagnostic {
    var diagnostic = expected(what, keywords: keywords)
    if token.kind == .word, diagnostic.hint == nil, prefixes[""] != nil {
      diagnostic.hint = "did you mean ':\(text)'?"
    }
    return diagnostic
  }

  private var bracketHint: String? {
    if token.kind == .iri, text.contains("&&") { return "with blanks around it, '<' is a comparison" }
    guard token.kind == .less else { return nil }
    let rest = lexer.bytes[token.range.upperBound...].prefix { $0 != UInt8(ascii: ">") && $0 != 0x0A }
    guard let bad = rest.first(where: { !Lexer.isIRIByte($0) }), rest.endIndex < lexer.bytes.endIndex else {
      return nil
    }
    return bad == 0x20 ? "an IRI has no blanks" : "an IRI has no '\(Character(Unicode.Scalar(bad)))'"
  }

  /// The terminal as written, cut where it is long.
  private var excerpt: String {
    let limit = 40
    let line = text.prefix { $0 != "\n" && $0 != "\r\n" }
    return line.count < text.count || line.count > limit ? line.prefix(limit) + "…" : text
  }
}
