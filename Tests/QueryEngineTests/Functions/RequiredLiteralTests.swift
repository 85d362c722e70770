import QueryEngine
import RDF
import Testing
import TripleStore

/// REGEX with the text that every match must hold looked for first. Within a group nothing is looked for first, so the same
/// pattern in parentheses says what is right.
@Suite struct RequiredLiteralTests {
  static let patterns = [
    "abc", "abc?", "abcd*", "abc+d", "ab{0,2}cde", "(abc|b)cde", "abc|bcd", "abc\\\\.d", "abc.cde", "^abc",
    "cde$",
    "abc[de]fgh", "[^a]bcd", "ab\\\\dcde", "abc(?:de)?fgh", "éab", "abé*c", "abc\\\\|def", "a(b(c|d)e)fgh",
    "skip", "a b  c",
    "abc[)]def", "ab(c\\\\)d)efg", "abc[\\\\]]def",
  ]
  static let texts = [
    "abc", "ab", "abcccd", "ABCDE", "xabcdey", "cdecde", "abc.d", "abccde", "ace", "abcdfgh", "abcfgh", "éab",
    "abc|def",
    "aBcDe", "ſkip", "SKIP", "s\u{212A}ip", "a b  c", "abc", "bcd", "ab1cde", "abé", "abéc", "abceefgh",
    "abc)def", "abc)defg",
    "abc]def", "ab c)d efg", "acdefgh", "abc-cde", "xbcd", "abcefgh", "abdefgh", "skip", "",
  ]

  @Test(arguments: patterns, ["", "i", "s", "x", "ix"])
  func saysTheSameAsTheWholePattern(pattern: String, flags: String) throws {
    let values = RequiredLiteralTests.texts.map { "\"\($0)\"" }.joined(separator: " ")
    let query = { (pattern: String) in
      "SELECT ?t (REGEX(?t, \"\(pattern)\", \"\(flags)\") AS ?m) { VALUES ?t { \(values) } }"
    }
    try withTemporaryStore { store in
      let graph = LocalGraph(store)
      let found = try graph.rows(query(pattern))
      #expect(found == (try graph.rows(query("(?:\(pattern))"))))
      #expect(
        found.contains { $0[1] == .literal(Literal("true", datatype: XSD.boolean)) } || flags.contains("x"))
    }
  }
}
