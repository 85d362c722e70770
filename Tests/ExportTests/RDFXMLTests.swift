import Diagnostics
import Export
import Foundation
import RDF
import Testing

@Suite("RDF/XML")
struct RDFXMLTests {
  private func export(_ graph: FixedGraph) throws -> String {
    let output = ByteOutput()
    try Exporter(source: graph).write(.named("full"), .named("rdfxml"), to: output)
    return output.text
  }

  private func refusal(_ triple: Triple) -> String {
    do {
      _ = try export(FixedGraph([triple]))
      return "written"
    } catch { return "\(error)" }
  }

  @Test func documentsLookLikeThis() throws {
    let text = try export(Samples.graph())
    let body = try #require(text.range(of: "  <Document"))
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF xmlns:rdf="))
    #expect(
      text[body.lowerBound...] == """
          <Document rdf:about="https://undocs.org/A/RES/73/27">
            <rdf:type rdf:resource="https://w3id.org/stemma/ns#Resolution"/>
            <dcterms:hasPart rdf:resource="https://undocs.org/A/RES/73/27#pp3"/>
            <dcterms:identifier>A/RES/73/27</dcterms:identifier>
            <dcterms:title xml:lang="en">Developments</dcterms:title>
            <dcterms:title xml:lang="fr">Progrès</dcterms:title>
            <adoptedOn rdf:datatype="http://www.w3.org/2001/XMLSchema#date">2018-12-05</adoptedOn>
            <endorses rdf:resource="https://undocs.org/A/68/98"/>
            <recalls rdf:resource="https://undocs.org/A/RES/71/28"/>
          </Document>
          <Document rdf:about="https://undocs.org/A/RES/71/28">
            <rdf:type rdf:resource="https://w3id.org/stemma/ns#Resolution"/>
            <dcterms:identifier>A/RES/71/28</dcterms:identifier>
            <recalls rdf:resource="https://undocs.org/A/RES/53/70"/>
          </Document>
          <PreambularParagraph rdf:about="https://undocs.org/A/RES/73/27#pp3">
            <ordinal rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">3</ordinal>
            <text xml:lang="en">Recalling &lt;its&gt; "resolution" &amp; more</text>
          </PreambularParagraph>
          <rdf:Description rdf:nodeID="note">
            <dcterms:source rdf:resource="https://undocs.org/A/68/98"/>
            <rdfs:label></rdfs:label>
          </rdf:Description>
          <Document rdf:about="https://undocs.org/A/68/98">
            <ns1:shown rdf:resource="http://other.example/y"/>
            <ns1:shown rdf:datatype="http://www.w3.org/2001/XMLSchema#boolean">true</ns1:shown>
          </Document>
          <owl:Ontology rdf:about="https://w3id.org/stemma/export/full"/>
          <owl:AnnotationProperty rdf:about="http://other.example/x#shown"/>
          <owl:ObjectProperty rdf:about="http://purl.org/dc/terms/hasPart"/>
          <owl:DatatypeProperty rdf:about="http://purl.org/dc/terms/identifier"/>
          <owl:ObjectProperty rdf:about="http://purl.org/dc/terms/source"/>
          <owl:DatatypeProperty rdf:about="http://purl.org/dc/terms/title"/>
          <owl:DatatypeProperty rdf:about="https://w3id.org/stemma/ns#adoptedOn"/>
          <owl:ObjectProperty rdf:about="https://w3id.org/stemma/ns#endorses"/>
          <owl:DatatypeProperty rdf:about="https://w3id.org/stemma/ns#ordinal"/>
          <owl:ObjectProperty rdf:about="https://w3id.org/stemma/ns#recalls"/>
          <owl:DatatypeProperty rdf:about="https://w3id.org/stemma/ns#text"/>
        </rdf:RDF>

        """)
  }

  @Test func whatCannotBeWrittenIsNamed() {
    let subject = Term.iri("http://e/s")
    for predicate in [
      "http://e/norm/", "http://e/x#13", RDF.namespace + "li", "http://www.w3.org/XML/1998/namespace#lang",
    ] {
      #expect(
        refusal(Triple(subject, IRI(predicate), .string("o")))
          == "error: cannot write <http://e/s> <\(predicate)> \"o\" as RDF/XML: the predicate does not end in a name that XML can use"
      )
    }
    #expect(
      refusal(Triple(subject, RDFS.label, .string("a\u{1}")))
        == "error: cannot write <http://e/s> <\(RDFS.label.value)> \"a␁\" as RDF/XML: XML cannot hold the character U+0001"
    )
    #expect(
      refusal(Triple(subject, RDFS.label, .literal(Literal("a", language: "en_US")))).hasSuffix(
        "'en_US' is no language tag"))
    #expect(refusal(Triple(subject, RDFS.label, .iri("a b"))).hasSuffix("'a b' is not an absolute IRI"))
    for text in Samples.unwritable {
      #expect(refusal(Triple(subject, RDFS.label, .string(text))).contains("XML cannot hold"))
    }
  }

  @Test func declaredPropertiesAreNotDeclaredAgain() throws {
    let text = try export(
      FixedGraph(
        turtle: ":p a owl:ObjectProperty . :q a rdfs:Resource, owl:DatatypeProperty ; :p :q ; :q 1 ."))
    #expect(text.components(separatedBy: "DatatypeProperty").count == 2)
    #expect(text.components(separatedBy: "ObjectProperty").count == 2)
  }

  @Test func aGraphThatDeclaresEverythingIsWrittenAsItIs() throws {
    let graph = try FixedGraph(
      turtle:
        "<urn:x:o> a owl:Ontology . :p a owl:ObjectProperty . :q a owl:DatatypeProperty . <a> :p <b> ; :q 1 ."
    )
    let text = try export(graph)
    for (name, count) in [("owl:Ontology ", 1), ("owl:ObjectProperty ", 1), ("owl:DatatypeProperty ", 1)] {
      #expect(text.components(separatedBy: "<" + name).count == count + 1)
    }
    #expect(!text.contains("stemma/export/"))
  }

  @Test(.enabled(if: Tools.rdfPython != nil, "no Python with rdflib and pyoxigraph"))
  func otherToolsReadTheSameTriples() throws {
    let folder = try TemporaryFolder()
    var triples = try Samples.graph().triples
    for (index, text) in Samples.hostile.enumerated() {
      let subject = Term.iri("http://e/s\(index)?a=1&b=<é'".replacing("<", with: ""))
      triples.append(Triple(subject, IRI("http://e/é\(index)"), .string(text)))
      triples.append(Triple(subject, RDFS.label, .literal(Literal(text, language: "zh-Hant-x-1"))))
      triples.append(
        Triple(.blank(BlankNode("\(index)_b")), IRI("urn:x:p.q-r"), .blank(BlankNode("\(index)_b"))))
      triples.append(Triple(subject, RDF.type, .iri("http://e/\(index)/")))
      triples.append(
        Triple(subject, IRI(RDF.namespace + "_1"), .literal(Literal(text, datatype: IRI("http://e/t&")))))
    }
    let graph = FixedGraph(triples)
    try Exporter(source: graph).export(
      profile: .named("full"), format: .named("rdfxml"), to: folder.file("g.rdf"))
    try Exporter(source: graph).export(
      profile: .named("full"), format: .named("ntriples"), to: folder.file("g.nt"))
    let script = """
      import sys, rdflib, pyoxigraph
      def parts(g):
          # Blank nodes are renamed by every reader: their triples are counted by predicate and object.
          blank = lambda t: isinstance(t[0], rdflib.BNode) or isinstance(t[2], rdflib.BNode)
          own = [t for t in g if not str(t[2]).startswith("http://www.w3.org/2002/07/owl#")]
          names = lambda n: "_" if isinstance(n, rdflib.BNode) else n
          return {t for t in own if not blank(t)}, sorted(tuple(map(names, t)) for t in own if blank(t))
      want = parts(rdflib.Graph().parse(sys.argv[2], format="nt"))
      found = parts(rdflib.Graph().parse(sys.argv[1], format="xml"))
      assert found == want, (found[0] ^ want[0], found[1], want[1])
      lines = pyoxigraph.serialize(pyoxigraph.parse(path=sys.argv[1], format=pyoxigraph.RdfFormat.RDF_XML), format=pyoxigraph.RdfFormat.N_QUADS)
      other = parts(rdflib.Graph().parse(data=lines, format="nt"))
      assert other == want, (other[0] ^ want[0], other[1], want[1])
      """
    let python = try #require(Tools.rdfPython)
    let check = try Tools.run(python, ["-c", script, folder.file("g.rdf"), folder.file("g.nt")])
    #expect(check.status == 0, "\(check.output.suffix(3000))")
  }

  @Test(.enabled(if: Tools.program("rapper") != nil, "rapper is not installed"))
  func rapperReadsIt() throws {
    let folder = try TemporaryFolder()
    try Exporter(source: Samples.graph()).export(
      profile: .named("full"), format: .named("rdfxml"), to: folder.file("g.rdf"))
    let check = try Tools.run(
      "/usr/bin/rapper", ["-q", "-i", "rdfxml", "-o", "ntriples", folder.file("g.rdf")])
    #expect(check.status == 0)
    #expect(check.output.split(separator: "\n").count == 21 + 11)
    #expect(!check.output.contains("arning"))
  }
}
