import Diagnostics
import RDF
import Testing

@Suite("RDF/XML")
struct RDFXMLTests {
  /// A document with `body` inside its root, and `types` in a document type declaration.
  private func document(_ body: String, types: String = "") -> String {
    (types.isEmpty ? "" : "<!DOCTYPE r [\(types)]>\n")
      + "<r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"http://e/\">\n\(body)\n</r:RDF>"
  }

  private func triples(_ body: String, types: String = "") throws -> [String] {
    try RDFReader(format: .rdfxml, base: "http://h/doc").triples(
      text: document(body, types: types), name: "a.rdf"
    ).map { "\($0.subject) \($0.predicate) \($0.object)" }
  }

  private func failure(_ body: String, types: String = "") -> String {
    do {
      return "no error: \(try triples(body, types: types))"
    } catch { return String(describing: error) }
  }

  @Test func nodesInsideProperties() throws {
    #expect(
      try triples(
        """
        <e:Act r:about="a"><e:cites><e:Act r:about="#b" e:year="1998"/></e:cites></e:Act>
        """) == [
          "<http://h/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Act>",
          "<http://h/doc#b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Act>",
          "<http://h/doc#b> <http://e/year> \"1998\"",
          "<http://h/a> <http://e/cites> <http://h/doc#b>",
        ])
  }

  @Test func baseAndLanguageAreInherited() throws {
    #expect(
      try triples(
        """
        <r:Description r:about="x" xml:base="http://other/dir/" xml:lang="fr">
          <e:p>oui</e:p><e:p xml:lang="">rien</e:p><e:p r:resource="y" xml:base="z/"/>
          <e:p r:datatype="int">7</e:p>
        </r:Description>
        """) == [
          "<http://other/dir/x> <http://e/p> \"oui\"@fr", "<http://other/dir/x> <http://e/p> \"rien\"",
          "<http://other/dir/x> <http://e/p> <http://other/dir/z/y>",
          "<http://other/dir/x> <http://e/p> \"7\"^^<http://other/dir/int>",
        ])
  }

  @Test func embeddedXMLIsCanonical() throws {
    #expect(
      try triples(
        """
        <r:Description r:about="x"><e:p r:parseType="Literal"><e:b z='2' a="&lt;1"/>&amp;<![CDATA[>]]><!--c--></e:p></r:Description>
        """) == [
          "<http://h/x> <http://e/p> \"<e:b xmlns:e=\\\"http://e/\\\" a=\\\"&lt;1\\\" z=\\\"2\\\"></e:b>&amp;&gt;<!--c-->\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>"
        ])
  }

  @Test func ownEntitiesAreKnownWhereverTheyStand() throws {
    #expect(
      try triples(
        "<r:Description r:about=\"&ns;a\"><e:p>&word;, &word; &amp; &word;</e:p></r:Description>",
        types: "<!ENTITY ns 'http://ns/'> <!ENTITY word 'deux'>")
        == ["<http://ns/a> <http://e/p> \"deux, deux & deux\""])
  }

  @Test func nothingIsReadFromElsewhere() {
    let body = "<r:Description r:about=\"a\"><e:p>&secret;</e:p></r:Description>"
    #expect(
      failure(body, types: "<!ENTITY secret SYSTEM 'file:///etc/hostname'>").contains(
        "unknown entity '&secret;'"))
    #expect(
      failure(body, types: "<!ENTITY % more SYSTEM 'file:///etc/hostname'> %more;").contains("error: "))
  }

  @Test func entitiesThatExplodeAreRefused() {
    let levels = (1...9).map { level in
      "<!ENTITY l\(level) '\(String(repeating: "&l\(level - 1);", count: 10))'>"
    }
    let types = "<!ENTITY l0 'ha'>" + levels.joined()
    #expect(
      failure("<r:Description r:about=\"a\"><e:p>&l9;</e:p></r:Description>", types: types).hasPrefix(
        "error: "))
    #expect(failure("<r:Description r:about=\"a\" e:p=\"&l9;\"/>", types: types).hasPrefix("error: "))
  }

  @Test func aDocumentNeedsAnElement() {
    #expect(throws: Diagnostic.self) { try RDFReader(format: .rdfxml).triples(text: "", name: "empty") }
  }

  @Test func mistakesAreShownWhereTheyStand() {
    #expect(
      failure("<r:Description r:about=\"a\" r:ID=\"b\"/>") == """
        error: only one of 'rdf:ID', 'rdf:about' and 'rdf:nodeID' may stand here
         --> a.rdf:2:1
        2 | <r:Description r:about="a" r:ID="b"/>
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """)
    #expect(
      failure("<r:Description>\n<e:p></e:q>") == """
        error: not well-formed XML: opening and ending tag mismatch: p line 3 and q
         --> a.rdf:3:12
        3 | <e:p></e:q>
          |            ^
        """)
    #expect(
      failure("<r:Description><e:p><e:A/>words</e:p></r:Description>").contains("text may not stand here"))
    #expect(failure("<r:Description r:ID=\"a\"/><r:Description r:ID=\"a\"/>").contains("given twice"))
    #expect(failure("<r:Description bare=\"1\"/>").contains("'bare' has no namespace"))
    #expect(failure("<r:Description r:about=\"a b\"/>").contains("'http://h/a b' is no IRI"))
  }
}
