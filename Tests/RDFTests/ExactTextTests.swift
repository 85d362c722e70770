import RDF
import Testing

/// "é" as one character and as a letter with an accent behind it are two texts to RDF, though not to Swift.
@Suite struct ExactTextTests {
  private let one = "\u{E9}"
  private let two = "e\u{301}"

  @Test("terms that differ in characters are different terms, also as members of sets")
  func terms() {
    #expect(one == two)
    #expect(IRI("http://e/" + one) != IRI("http://e/" + two))
    #expect(BlankNode(one) != BlankNode(two))
    #expect(Literal(one) != Literal(two))
    #expect(Literal("a", datatype: IRI("http://e/" + one)) != Literal("a", datatype: IRI("http://e/" + two)))
    let terms: [Term] = [.iri("http://e/" + one), .iri("http://e/" + two), .string(one), .string(two)]
    #expect(Set(terms).count == 4)
    #expect(Set(terms + terms).count == 4)
  }

  @Test("IRIs are ordered by their characters")
  func order() {
    #expect(IRI("http://e/" + two) < IRI("http://e/f"))
    #expect(IRI("http://e/f") < IRI("http://e/" + one))
  }

  @Test("a prefix is found by its characters, and a namespace shortens only what begins with it")
  func prefixes() {
    var prefixes = PrefixMap([one: "http://" + one + "/"])
    prefixes[two] = "http://e/"
    #expect(prefixes.pairs.count == 2)
    #expect(prefixes[one] == "http://\u{E9}/")
    #expect(prefixes.compact(IRI("http://" + two + "/x")) == nil)
    #expect(prefixes.compact(IRI("http://" + one + "/x")) != nil)
  }

  @Test("ids of RDF/XML and labels of Turtle may differ in nothing else")
  func files() throws {
    let xml = """
      <rdf:RDF xmlns:rdf="\(RDF.namespace)" xmlns:x="http://e/" xml:base="http://e/">
      <rdf:Description rdf:ID="\(one)" x:p="1"/><rdf:Description rdf:ID="\(two)" x:p="1"/></rdf:RDF>
      """
    #expect(Set(try RDFReader(format: .rdfxml).triples(text: xml, name: "a.rdf")).count == 2)
    #expect(
      Set(
        try RDFReader(format: .turtle).triples(
          text: "_:\(one) <http://e/p> 1 . _:e\u{301} <http://e/p> 1 .", name: "a.ttl")
      ).count == 2)
  }
}
