import RDF
import Testing

@testable import Shell

@Suite struct NumberFormTests {
  @Test(
    "a number stands bare only where Turtle reads it back as the same literal",
    arguments: [
      ("1", XSD.integer, true), ("-01", XSD.integer, true), ("1.0", XSD.integer, false),
      ("", XSD.integer, false),
      ("1.5", XSD.decimal, true), (".5", XSD.decimal, true), ("5", XSD.decimal, false),
      ("5.", XSD.decimal, false),
      ("1e6", XSD.double, true), ("1.5E-3", XSD.double, true), (".e3", XSD.double, false),
      ("INF", XSD.double, false),
      ("1.5", XSD.double, false), ("1", XSD.string, false), ("1", XSD.float, false),
    ])
  func bare(lexical: String, datatype: IRI, expected: Bool) {
    Term.literal(Literal(lexical, datatype: datatype)).withBytes { term in
      #expect((NumberForm(datatype: term.datatype)?.matches(term.lexical) ?? false) == expected)
    }
  }
}
