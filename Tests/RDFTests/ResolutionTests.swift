import RDF
import Testing

@Suite("IRI resolution")
struct ResolutionTests {
  /// RFC 3986 §5.4.1–5.4.2, against `http://a/b/c/d;p?q`; the strict reading of `http:g`.
  @Test(arguments: [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
    ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
    (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"),
    ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
    ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
    ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"),
    ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
    ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
    ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
    ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
    ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"), ("http:g", "http:g"),
  ])
  func rfc3986(_ reference: String, _ expected: String) {
    #expect(IRI.resolve(reference, base: "http://a/b/c/d;p?q") == expected)
  }

  @Test(arguments: [
    ("A/RES/73/27", "https://undocs.org/", "https://undocs.org/A/RES/73/27"),
    ("S/RES/1373(2001)", "https://undocs.org/", "https://undocs.org/S/RES/1373(2001)"),
    ("#pp3", "https://undocs.org/A/RES/73/27", "https://undocs.org/A/RES/73/27#pp3"),
    ("x", "http://example.org", "http://example.org/x"),
    ("o", "base:", "base:o"), ("#o", "base:", "base:#o"),
    ("/a//b/../c", "http://h/x", "http://h/a//c"),
    ("été", "http://h/ü/", "http://h/ü/été"),
    // An IRI in full stays as it is written.
    ("http://h/a/../b", "http://x/", "http://h/a/../b"),
  ])
  func otherBases(_ reference: String, _ base: String, _ expected: String) {
    #expect(IRI.resolve(reference, base: base) == expected)
  }

  /// So that what is read against a file's IRI and the IRI itself begin alike.
  @Test func filesHaveNoDotSegments() {
    #expect(IRIResolver.fileIRI(path: "/a/b/../c/./d.ttl") == "file:///a/c/d.ttl")
    #expect(
      IRIResolver.fileIRI(path: "../x").hasSuffix("/x") && !IRIResolver.fileIRI(path: "../x").contains(".."))
  }
}
