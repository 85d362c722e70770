import Diagnostics
import Export
import Foundation
import RDF
import Testing

/// GEXF, DOT, Cytoscape JSON, CSV and JSON-LD, each read by somebody else's reader.
@Suite("Other export formats")
struct GraphFormatTests {
  /// A node for each hostile text, a chain of edges, and one parallel edge.
  private func hostileGraph() -> FixedGraph {
    var triples = Samples.hostile.enumerated().map { index, text in
      Triple(.iri("http://e/\(index)"), RDFS.label, .string(text))
    }
    triples += Samples.hostile.indices.dropFirst().map {
      Triple(.iri("http://e/\($0)"), IRI("http://e/before"), .iri("http://e/\($0 - 1)"))
    }
    triples.append(Triple(.iri("http://e/1"), IRI("http://e/parallel"), .iri("http://e/0")))
    return FixedGraph(triples)
  }

  private func text(_ graph: FixedGraph, _ format: String) throws -> String {
    let output = ByteOutput()
    try Exporter(source: graph).write(.named("full"), .named(format), to: output)
    return output.text
  }

  private func check(_ format: String, python modules: String, _ script: String) throws {
    let folder = try TemporaryFolder()
    let graph = hostileGraph()
    try Exporter(source: graph).export(profile: .named("full"), format: .named(format), to: folder.file("g"))
    try Exporter(source: graph).export(
      profile: .named("full"), format: .named("ntriples"), to: folder.file("g.nt"))
    let expected = Samples.hostile.enumerated().map { [$1, "http://e/\($0)"] }
    try JSONSerialization.data(withJSONObject: expected).write(
      to: URL(fileURLWithPath: folder.file("expected.json")))
    let prologue = """
      import sys, json, \(modules)
      expected = sorted(map(tuple, json.load(open(sys.argv[2]))))
      """
    let python = try #require(Tools.graphPython ?? Tools.rdfPython)
    let check = try Tools.run(
      python,
      ["-c", prologue + "\n" + script, folder.file("g"), folder.file("expected.json"), folder.file("g.nt")])
    #expect(check.status == 0, "\(check.output.suffix(2000))")
  }

  @Test(.enabled(if: Tools.graphPython != nil, "no Python with networkx"))
  func networkxReadsGEXF() throws {
    try check(
      "gexf", python: "networkx",
      """
      g = networkx.read_gexf(sys.argv[1])
      assert g.number_of_edges() == len(expected), g.number_of_edges()
      found = sorted((d["label"], d["iri"]) for _, d in g.nodes(data=True))
      assert found == expected, [p for p in zip(found, expected) if p[0] != p[1]]
      """)
  }

  @Test(.enabled(if: Tools.graphPython != nil, "no Python"))
  func pythonReadsCytoscape() throws {
    try check(
      "cytoscape", python: "json",
      """
      d = json.load(open(sys.argv[1], encoding="utf-8"))
      found = sorted((n["data"]["label"], n["data"]["iri"]) for n in d["elements"]["nodes"])
      assert found == expected
      ids = {n["data"]["id"] for n in d["elements"]["nodes"]}
      edges = [e["data"] for e in d["elements"]["edges"]]
      assert len(edges) == len(expected) and all(e["source"] in ids and e["target"] in ids for e in edges)
      """)
  }

  @Test(.enabled(if: Tools.graphPython != nil, "no Python"))
  func pythonReadsCSV() throws {
    try check(
      "csv-nodes", python: "csv",
      """
      rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")))
      rows = [dict(r, iri=r["iri:ID"]) for r in rows]
      assert sorted((r["label"], r["iri"]) for r in rows) == expected and all(r["iri"].startswith("http://e/") for r in rows)
      """)
    try check(
      "csv", python: "csv",
      """
      rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")))
      assert len(rows) == len(expected)
      last = {":START_ID": "http://e/1", ":END_ID": "http://e/0", ":TYPE": "parallel"}
      assert last.items() <= rows[-1].items(), rows[-1]
      """)
  }

  @Test(.enabled(if: Tools.rdfPython != nil, "no Python with rdflib and pyoxigraph"))
  func othersReadJSONLD() throws {
    try check(
      "jsonld", python: "rdflib, pyoxigraph",
      """
      want = set(rdflib.Graph().parse(sys.argv[3], format="nt"))
      found = set(rdflib.Graph().parse(sys.argv[1], format="json-ld"))
      assert found == want, (found - want, want - found)
      other = pyoxigraph.serialize(pyoxigraph.parse(path=sys.argv[1], format=pyoxigraph.RdfFormat.JSON_LD), format=pyoxigraph.RdfFormat.N_QUADS)
      assert set(rdflib.Graph().parse(data=other, format="nt")) == want
      """)
  }

  @Test(.enabled(if: Tools.program("dot") != nil, "Graphviz is not installed"))
  func graphvizReadsDOT() throws {
    let folder = try TemporaryFolder()
    try Exporter(source: hostileGraph()).export(
      profile: .named("full"), format: .named("dot"), to: folder.file("g.dot"))
    let check = try Tools.run("/usr/bin/dot", ["-Tplain", folder.file("g.dot")])
    #expect(check.status == 0)
    let lines = check.output.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("node ") } == Samples.hostile.count)
    #expect(lines.count { $0.hasPrefix("edge ") } == Samples.hostile.count)
    #expect(!check.output.contains("arning"))
  }

  @Test func dotLooksLikeThis() throws {
    let graph = try FixedGraph(
      turtle: """
        <A/RES/2> a :Resolution ; dcterms:identifier "A/RES/2" ; dcterms:title "\\"Q\\" & \\\\n"@en ; :recalls <A/RES/1> .
        """)
    #expect(
      try text(graph, "dot") == #"""
        digraph "full" {
          graph [rankdir=BT];
          node [shape=box, style="rounded,filled", fillcolor=white];
          n0 [label="A/RES/2", tooltip="\"Q\" &amp; \\n", URL="https://undocs.org/A/RES/2", class="Resolution", fillcolor="#8dd3c7"];
          n1 [label="A/RES/1", tooltip="A/RES/1", URL="https://undocs.org/A/RES/1"];
          n0 -> n1 [id="e0", label="recalls", color="#1b9e77", fontcolor="#1b9e77"];
          graph [labelloc=t, label=<<table border="0" cellspacing="6"><tr><td bgcolor="#8dd3c7">Resolution</td>\#
        <td><font color="#1b9e77">→ recalls</font></td></tr></table>>];
        }

        """#)
  }

  @Test func jsonldLooksLikeThis() throws {
    let graph = try FixedGraph(
      turtle: "<A/RES/2> a :Resolution ; dcterms:title \"T\"@en, 2 ; :recalls <A/RES/1> .")
    #expect(
      try text(graph, "jsonld").hasSuffix(
        """
        "@graph": [
        {"@id": "https://undocs.org/A/RES/2",
          "@type": ["stemma:Resolution"],
          "dcterms:title": [{"@value": "2", "@type": "xsd:integer"}, {"@value": "T", "@language": "en"}],
          "stemma:recalls": [{"@id": "https://undocs.org/A/RES/1"}]}
        ]
        }

        """))
  }

  @Test(arguments: ["gexf", "graphml"])
  func whatXMLCannotHoldIsRefused(format: String) throws {
    for unwritable in Samples.unwritable {
      let graph = FixedGraph([Triple(.iri("http://e/a"), RDFS.label, .string(unwritable))])
      #expect {
        try text(graph, format)
      } throws: {
        "\($0)".contains("XML cannot hold") && "\($0)".contains("http://e/a")
      }
    }
  }
}
