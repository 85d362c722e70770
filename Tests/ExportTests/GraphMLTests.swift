import Diagnostics
import Export
import Foundation
import RDF
import Testing

@Suite("GraphML")
struct GraphMLTests {
  private func export(_ graph: FixedGraph, _ profile: Profile) throws -> String {
    let output = ByteOutput()
    try Exporter(source: graph).write(profile, .named("graphml"), to: output)
    return output.text
  }

  @Test func documentsLookLikeThis() throws {
    let nodes: [[String: Term]] = [
      [
        "node": .iri("https://undocs.org/A/RES/73/27"), "label": .string("Developments & <more>"),
        "year": .integer(2018),
        "kind": .iri(Stemma.term("Resolution")), "seen": .literal(Literal("true", datatype: XSD.boolean)),
      ],
      ["node": .iri("https://undocs.org/A/68/98")],
    ]
    let edges: [[String: Term]] = [
      [
        "source": .iri("https://undocs.org/A/RES/73/27"), "target": .iri("https://undocs.org/A/68/98"),
        "relation": .iri(Stemma.term("endorses")), "weight": .integer(2),
        "para": .iri("https://undocs.org/A/RES/73/27#op1"), "id": .string("x"),
      ]
    ]
    let profile = try Profile(
      name: "test",
      text: """
        # A test
        # type: seen boolean
        # nodes
        SELECT ?node ?label ?year ?kind ?seen { ?node ?label ?year, ?kind, ?seen }
        # edges
        SELECT ?source ?target ?relation ?weight ?para ?id { ?source ?relation ?target, ?weight, ?para, ?id }
        """)
    #expect(profile.summary == "A test")
    #expect(
      try export(FixedGraph(tables: [nodes, edges]), profile) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
          <key id="n_name" for="node" attr.name="name" attr.type="string"/>
          <key id="n_label" for="node" attr.name="label" attr.type="string"/>
          <key id="n_kind" for="node" attr.name="kind" attr.type="string"/>
          <key id="n_labels" for="node" attr.name="labels" attr.type="string"/>
          <key id="n_iri" for="node" attr.name="iri" attr.type="string"/>
          <key id="n_year" for="node" attr.name="year" attr.type="int"/>
          <key id="n_seen" for="node" attr.name="seen" attr.type="boolean"/>
          <key id="e_label" for="edge" attr.name="label" attr.type="string"/>
          <key id="e_relation" for="edge" attr.name="relation" attr.type="string"/>
          <key id="e_interaction" for="edge" attr.name="interaction" attr.type="string"/>
          <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
          <key id="e_para" for="edge" attr.name="para" attr.type="string"/>
          <key id="e_eid" for="edge" attr.name="eid" attr.type="string"/>
          <graph id="graph" edgedefault="directed">
            <node id="n0">
              <data key="n_name">A/RES/73/27</data>
              <data key="n_label">Developments &amp; &lt;more&gt;</data>
              <data key="n_kind">Resolution</data>
              <data key="n_labels">:Resolution</data>
              <data key="n_iri">https://undocs.org/A/RES/73/27</data>
              <data key="n_year">2018</data>
              <data key="n_seen">true</data>
            </node>
            <node id="n1">
              <data key="n_name">A/68/98</data>
              <data key="n_label">A/68/98</data>
              <data key="n_iri">https://undocs.org/A/68/98</data>
            </node>
            <edge id="e0" source="n0" target="n1">
              <data key="e_label">endorses</data>
              <data key="e_relation">endorses</data>
              <data key="e_interaction">endorses</data>
              <data key="e_weight">2</data>
              <data key="e_para">op1</data>
              <data key="e_eid">x</data>
            </edge>
          </graph>
        </graphml>

        """)
  }

  @Test func triplesMakeNodesAndEdges() throws {
    let output = ByteOutput()
    let summary = try Exporter(source: Samples.graph()).write(.named("full"), .named("graphml"), to: output)
    #expect(summary == Exporter.Summary(nodes: 7, edges: 6))
    #expect(output.text.contains("<data key=\"n_labels\">:Resolution</data>"))
    #expect(output.text.contains("<data key=\"n_label\">Developments</data>"))
    #expect(output.text.contains("<data key=\"n_year\">2018</data>"))
  }

  @Test func edgesAloneMakeNodes() throws {
    let edges: [[String: Term]] = [["source": .iri("http://e/a"), "target": .blank(BlankNode("b"))]]
    let profile = try Profile(name: "edges", text: "SELECT ?source ?target { ?source ?p ?target }")
    let text = try export(FixedGraph(tables: [edges]), profile)
    #expect(text.contains("<node id=\"n1\">"))
    #expect(text.contains("source=\"n0\" target=\"n1\""))
  }

  @Test func edgesToNowhereAreRefused() throws {
    let edges: [[String: Term]] = [["source": .iri("http://e/a"), "target": .iri("http://e/b")]]
    let profile = try Profile(
      name: "p",
      text: "# nodes\nSELECT ?node { ?node ?p ?o }\n# edges\nSELECT ?source ?target { ?source ?p ?target }")
    let graph = FixedGraph(tables: [[["node": .iri("http://e/a")]], edges])
    #expect {
      try export(graph, profile)
    } throws: {
      "\($0)".hasPrefix("error: profile 'p' has an edge to <http://e/b> but no such node")
    }
  }

  @Test func wrongTypesAreRefused() throws {
    let profile = try Profile(
      name: "p",
      text:
        "# nodes\nSELECT ?node ?year { ?node ?p ?year }\n# edges\nSELECT ?source ?target { ?source ?p ?target }"
    )
    let graph = FixedGraph(tables: [[["node": .iri("http://e/a"), "year": .string("soon")]]])
    #expect {
      try export(graph, profile)
    } throws: {
      "\($0)" == "error: node <http://e/a> has 'soon' as year, which is not of type int"
    }
  }

  @Test(arguments: Samples.unwritable)
  func whatXMLCannotHoldIsRefused(text: String) throws {
    let graph = FixedGraph([Triple(.iri("http://e/a"), RDFS.label, .string(text))])
    #expect {
      try export(graph, .named("full"))
    } throws: {
      "\($0)".hasPrefix("error: cannot write node <http://e/a>: XML cannot hold the character U+")
    }
  }

  @Test(.enabled(if: Tools.hasSchemas, "no xmllint, or ../shared/schemas is absent"))
  func documentsAreValid() throws {
    let folder = try TemporaryFolder()
    try Exporter(source: Samples.graph()).export(
      profile: .named("full"), format: .named("graphml"), to: folder.file("g.graphml"))
    let check = try Tools.run(
      "/usr/bin/xmllint",
      ["--nonet", "--noout", "--schema", Tools.schemas + "/graphml.xsd", folder.file("g.graphml")])
    #expect(check.status == 0, "\(check.output)")
  }

  @Test(.enabled(if: Tools.graphPython != nil, "no Python with networkx and igraph"))
  func otherToolsReadTheSame() throws {
    let folder = try TemporaryFolder()
    var triples = Samples.hostile.enumerated().map { index, text in
      Triple(.iri("http://e/\(index)"), RDFS.label, .string(text))
    }
    triples += Samples.hostile.indices.dropFirst().map {
      Triple(.iri("http://e/\($0)"), IRI("http://e/before"), .iri("http://e/\($0 - 1)"))
    }
    triples.append(Triple(.iri("http://e/1"), IRI("http://e/parallel"), .iri("http://e/0")))
    try Exporter(source: FixedGraph(triples)).export(
      profile: .named("full"), format: .named("graphml"), to: folder.file("g.graphml"))
    let expected = Samples.hostile.enumerated().map { [$1.isEmpty ? "" : $1, "http://e/\($0)"] }
    let json = try JSONSerialization.data(withJSONObject: expected)
    try json.write(to: URL(fileURLWithPath: folder.file("expected.json")))
    let script = """
      import sys, json, networkx, igraph
      expected = sorted(map(tuple, json.load(open(sys.argv[2]))))
      g = networkx.read_graphml(sys.argv[1])
      assert g.number_of_edges() == int(sys.argv[3]), g.number_of_edges()
      found = sorted((d.get("label") or "", d["iri"]) for _, d in g.nodes(data=True))
      assert found == expected, [p for p in zip(found, expected) if p[0] != p[1]]
      i = igraph.Graph.Read_GraphML(sys.argv[1])
      assert (i.vcount(), i.ecount()) == (len(expected), int(sys.argv[3]))
      assert sorted(zip(i.vs["label"], i.vs["iri"])) == expected
      assert i.es["label"].count("before") == len(expected) - 1
      """
    let python = try #require(Tools.graphPython)
    let check = try Tools.run(
      python,
      [
        "-c", script, folder.file("g.graphml"), folder.file("expected.json"), String(Samples.hostile.count),
      ])
    #expect(check.status == 0, "\(check.output.suffix(2000))")
  }
}
