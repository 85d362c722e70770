import Diagnostics
import QuerySyntax
import RDF
import Testing

@Suite("Update requests")
struct UpdateTests {
  private func operations(_ text: String) throws -> [UpdateOperation] {
    try SPARQL.parseUpdate(
      SourceText(name: "update", text: "BASE <http://h/> " + text), prefixes: PrefixMap()
    ).operations
  }

  private func iri(_ name: String) -> PatternTerm { .term(.iri("http://h/" + name)) }
  private func variable(_ name: String) -> PatternTerm { .variable(Variable(name)) }

  @Test func dataSharesBlankNodesAcrossGraphs() throws {
    let fresh = variable("_:new0")
    #expect(
      try operations("INSERT DATA { _:b <p> 1 GRAPH <g> { _:b <p> 2 } }")
        == [
          .insertData([
            QuadPattern(TriplePattern(fresh, iri("p"), .term(.integer(1)))),
            QuadPattern(TriplePattern(fresh, iri("p"), .term(.integer(2))), graph: iri("g")),
          ])
        ])
  }

  @Test func deleteWhereMatchesItsTemplate() throws {
    let first = TriplePattern(variable("s"), iri("p"), variable("o"))
    let second = TriplePattern(variable("o"), iri("q"), variable("x"))
    #expect(
      try operations("DELETE WHERE { ?s <p> ?o GRAPH ?g { ?o <q> ?x } }")
        == [
          .modify(
            Modification(
              with: nil, delete: [QuadPattern(first), QuadPattern(second, graph: variable("g"))], insert: [],
              dataset: nil, pattern: .join(.bgp([first]), .graph(variable("g"), .bgp([second])))))
        ])
  }

  @Test func modification() throws {
    let found = TriplePattern(variable("s"), iri("p"), variable("_:b"))
    #expect(
      try operations(
        "WITH <g> DELETE { ?s <p> ?o } INSERT { ?s <q> _:b } USING <u> USING NAMED <n> WHERE { ?s <p> _:b }")
        == [
          .modify(
            Modification(
              with: IRI("http://h/g"),
              delete: [QuadPattern(TriplePattern(variable("s"), iri("p"), variable("o")))],
              insert: [QuadPattern(TriplePattern(variable("s"), iri("q"), variable("_:new0")))],
              dataset: DatasetClause(defaultGraphs: [IRI("http://h/u")], namedGraphs: [IRI("http://h/n")]),
              pattern: .bgp([found])))
        ])
  }

  @Test func graphs() throws {
    let (g, h) = (IRI("http://h/g"), IRI("http://h/h"))
    #expect(
      try operations(
        """
        LOAD SILENT <g> INTO GRAPH <h> ; LOAD <g> ; CLEAR ALL ; CLEAR SILENT GRAPH <g> ; DROP DEFAULT ; DROP NAMED ;
        CREATE GRAPH <g> ; ADD <g> TO DEFAULT ; MOVE SILENT DEFAULT TO GRAPH <h> ; COPY GRAPH <g> TO <h> ;
        """) == [
          .load(g, into: h, silent: true), .load(g, into: nil, silent: false), .clear(.all, silent: false),
          .clear(.graph(g), silent: true), .drop(.defaultGraph, silent: false), .drop(.named, silent: false),
          .create(g, silent: false), .add(from: g, to: nil, silent: false),
          .move(from: nil, to: h, silent: true),
          .copy(from: g, to: h, silent: false),
        ])
  }
}
