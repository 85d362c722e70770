import QuerySyntax
import Testing

@Suite("Whether a text typed so far is whole")
struct CompletenessTests {
  @Test(arguments: [
    ("SELECT ?r { ?r :recalls ?s }", true),
    ("SELECT ?r {", false),
    ("SELECT ?r { ?r :recalls ?s FILTER(?s = ", false),
    ("SELECT ?r { ?r ?p \"}\"", false),
    ("SELECT ?r { ?r ?p '''a\nb", false),
    ("SELECT ?r { ?r ?p '''a\nb''' }", true),
    ("SELECT ?r { ?r ?p [ :q ( 1 2", false),
    ("SELECT ?r { # }", false),
    ("SELECT ?r { ?r ?p <http://example.org/#}>", false),
    // What no further line can mend is whole: the error is due.
    ("SELECT ?r { ?r ?p \"a", true),
    ("SELECT ?r } ", true),
    ("", true),
  ])
  func text(_ text: String, _ isComplete: Bool) {
    #expect(SPARQL.isComplete(text) == isComplete, "\(text)")
  }
}
