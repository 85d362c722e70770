import Export
import Foundation
import QueryEngine
import RDF
import Testing
import TripleStore

/// The bundled profiles over a store, through the query engine.
@Suite("Bundled profiles")
struct ProfileTests {
  /// Two documents in the store, three that are only cited, a norm with its principle.
  private static let turtle = """
    <A/RES/73/27> a :Document, :Resolution ; dcterms:identifier "A/RES/73/27" ; dcterms:title "Developments"@en ;
      :adoptedOn "2018-12-05"^^xsd:date ; :recalls <A/RES/71/28>, <A/RES/53/70> ; :cites <A/RES/71/28>, <A/RES/53/70>, <A/68/98> ;
      :endorses <A/68/98> ; dcterms:hasPart <A/RES/73/27#pp3>, <A/RES/73/27#op1> .
    <A/RES/73/27#op1> dcterms:hasPart <A/RES/73/27#op1.3> .
    <A/RES/71/28> a :Document, :Resolution ; dcterms:identifier "A/RES/71/28" ; :adoptedOn "2016-12-05"^^xsd:date ;
      dcterms:hasPart <A/RES/71/28#pp1> ; :recalls <A/RES/53/70> .
    <A/RES/53/70> a :Document, :Resolution ; dcterms:identifier "A/RES/53/70" .
    <A/RES/73/27#pp3> a :Paragraph, :PreambularParagraph ; :number "pp3" .
    <A/RES/73/27#op1.3> a :Paragraph, :OperativeParagraph ; :number "1.3" ; :text "States should cooperate"@en .
    <A/RES/73/27#c1> a cito:Citation ; cito:hasCitingEntity <A/RES/73/27> ; cito:hasCitedEntity <A/RES/71/28> ;
      :relation :recalls ; :inParagraph <A/RES/73/27#pp3> .
    <A/RES/73/27#c2> a cito:Citation ; cito:hasCitingEntity <A/RES/73/27> ; cito:hasCitedEntity <A/RES/71/28> ;
      :relation :recalls ; :inParagraph <A/RES/73/27#op1> .
    <A/RES/73/27#c3> a cito:Citation ; cito:hasCitingEntity <A/RES/73/27> ; cito:hasCitedEntity <A/68/98> ;
      :relation :endorses ; :inParagraph <A/RES/73/27#pp3> .
    <A/RES/71/28#c1> a cito:Citation ; cito:hasCitingEntity <A/RES/71/28> ; cito:hasCitedEntity <A/RES/53/70> ; :relation :recalls .
    <A/RES/73/27#norm1.3> a :Norm ; :statedIn <A/RES/73/27#op1.3> ; :modality :recommendation ; :addressee "States" ;
      :text "States should cooperate"@en ; :relatesToPrinciple :cooperation .
    :cooperation a :Principle, skos:Concept ; skos:prefLabel "cooperation"@en, "coopération"@fr .
    """

  private func export(_ profile: String, _ format: String) throws -> (text: String, summary: Exporter.Summary)
  {
    let folder = try TemporaryFolder()
    let store = try TripleStore.open(folder.file("store"), .create)
    try store.write { transaction in
      try transaction.add(
        try FixedGraph(turtle: Self.turtle).triples, graph: .iri("https://undocs.org/A/RES/73/27"))
      try transaction.add([Triple(.iri("http://e/loose"), RDFS.label, .string("default graph"))])
    }
    let output = ByteOutput()
    let exporter = Exporter(source: LocalGraph(store))
    let summary = try exporter.write(.named(profile), .named(format), to: output)
    return (output.text, summary)
  }

  private func rows(_ text: String) -> [String] {
    text.components(separatedBy: "\r\n").filter { !$0.isEmpty }
  }

  @Test func citationsAreDocumentsAndRelations() throws {
    let base = "https://undocs.org/"
    #expect(
      rows(try export("citations", "csv-nodes").text) == [
        "iri:ID,name,label,:LABEL,year:int,date,seen:boolean",
        "\(base)A/68/98,A/68/98,A/68/98,,,,false",
        "\(base)A/RES/53/70,A/RES/53/70,A/RES/53/70,Resolution,,,false",
        "\(base)A/RES/71/28,A/RES/71/28,A/RES/71/28,Resolution,2016,2016-12-05,true",
        "\(base)A/RES/73/27,A/RES/73/27,Developments,Resolution,2018,2018-12-05,true",
      ])
    #expect(
      rows(try export("citations", "csv").text) == [
        ":START_ID,:END_ID,:TYPE,weight:double,para",
        "\(base)A/RES/71/28,\(base)A/RES/53/70,recalls,1,",
        "\(base)A/RES/73/27,\(base)A/68/98,endorses,1,pp3",
        "\(base)A/RES/73/27,\(base)A/RES/71/28,recalls,2,op1",
      ])
    let turtle = try export("citations", "turtle")
    #expect(turtle.text.contains("  :endorses <https://undocs.org/A/68/98> ;"))
    #expect(turtle.summary.triples == 15)
  }

  @Test func normsHangOnParagraphsAndDocuments() throws {
    let graph = try export("norms", "csv-nodes")
    #expect(graph.summary == Exporter.Summary(nodes: 5, edges: 4))
    let nodes = rows(graph.text)
    #expect(nodes.first == "iri:ID,name,label,:LABEL,year:int,date,modality,addressee")
    #expect(
      nodes.contains {
        $0.contains("#norm1.3,") && $0.hasSuffix(",States should cooperate,Norm,,,recommendation,States")
      })
    #expect(nodes.contains { $0.contains("#cooperation,cooperation,cooperation,Principle,") })
    let edges = rows(try export("norms", "csv").text)
    #expect(edges.count == 5)
    #expect(edges.contains { $0.contains("#op1,https://undocs.org/A/RES/73/27#op1.3,hasPart,") })
    #expect(try export("norms", "ntriples").summary.triples > 10)
  }

  @Test func fullIsTheWholeGraph() throws {
    let all = try FixedGraph(turtle: Self.turtle).triples
    let lines = try export("full", "ntriples")
    #expect(lines.summary.triples == Set(all).count + 1)
    let reader = RDFReader(format: .nquads)
    var quads = QuadCollector()
    try reader.read(text: try export("full", "nquads").text, name: "t", into: &quads)
    let graph = Term.iri("https://undocs.org/A/RES/73/27")
    let loose = Quad(Triple(.iri("http://e/loose"), RDFS.label, .string("default graph")))
    #expect(Set(quads.quads) == Set(all.map { Quad($0, graph: graph) } + [loose]))
    #expect(quads.quads.count == Set(quads.quads).count)
  }
}
