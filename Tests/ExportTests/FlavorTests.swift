import Diagnostics
import Export
import Foundation
import RDF
import Testing

/// Flavors, collapsed edges, and the dates and colours that graph tools show.
@Suite("Flavors")
struct FlavorTests {
  private static let profile = """
    # A test
    # type: seen boolean
    # nodes
    SELECT ?node ?label ?year ?kind ?date ?seen { ?node ?label ?year, ?kind, ?date, ?seen }
    # edges
    SELECT ?source ?target ?relation ?weight ?para { ?source ?relation ?target, ?weight, ?para }
    """

  /// Two documents, three edges from the first to the second and one back.
  private static func makeGraph() -> FixedGraph {
    let (first, second) = (Term.iri("https://undocs.org/A/2"), Term.iri("https://undocs.org/A/1"))
    let isSeen = { (text: String) in Term.literal(Literal(text, datatype: XSD.boolean)) }
    let nodes: [[String: Term]] = [
      [
        "node": first, "label": .string("=1+1"), "year": .integer(2018), "kind": .iri("http://e/Resolution"),
        "date": .literal(Literal("2018-12-05", datatype: XSD.date)), "seen": isSeen("true"),
      ],
      ["node": second, "label": .string("-a, b"), "year": .integer(998), "seen": isSeen("false")],
    ]
    func edge(_ relation: String, _ weight: Int, _ para: String) -> [String: Term] {
      [
        "source": first, "target": second, "relation": .iri("http://e/" + relation),
        "weight": .integer(weight), "para": .iri("https://undocs.org/A/2#" + para),
      ]
    }
    var back: [String: Term] = ["source": second, "target": first, "relation": .iri("http://e/notes")]
    back["weight"] = nil
    return FixedGraph(tables: [
      nodes, [edge("recalls", 2, "pp1"), edge("notes", 1, "pp2"), back, edge("recalls", 1, "pp2")],
    ])
  }

  private func export(_ format: String, flavor: String? = nil, collapsing: Bool = false) throws -> String {
    let output = ByteOutput()
    var format = try ExportFormat.named(format)
    if let flavor { format = try format.flavored(flavor) }
    try Exporter(source: Self.makeGraph(), collapsing: collapsing)
      .write(Profile(name: "test", text: Self.profile), format, to: output)
    return output.text
  }

  @Test func parallelEdgesCollapse() throws {
    #expect(
      try export("csv", collapsing: true) == """
        :START_ID,:END_ID,:TYPE,weight:double,para\r
        https://undocs.org/A/2,https://undocs.org/A/1,"recalls, notes",4,"pp1, pp2"\r
        https://undocs.org/A/1,https://undocs.org/A/2,notes,1,\r

        """)
    #expect {
      try export("turtle", collapsing: true)
    } throws: {
      "\($0)".contains("no edges to collapse")
    }
  }

  @Test func spreadsheetsSeeNoFormula() throws {
    #expect(
      try export("csv-nodes", flavor: "spreadsheet") == """
        Id,name,label,kind,iri,year,date,seen\r
        https://undocs.org/A/2,A/2,'=1+1,Resolution,https://undocs.org/A/2,2018,2018-12-05,true\r
        https://undocs.org/A/1,A/1,"'-a, b",,https://undocs.org/A/1,998,,false\r

        """)
    #expect(try export("csv-nodes").contains("iri:ID,name,label,:LABEL,year:int,date,seen:boolean\r\n"))
    #expect(try export("csv", flavor: "gephi").hasPrefix("Source,Target,Type,label,relation,"))
  }

  @Test func gexfHasDatesAndColours() throws {
    let text = try export("gexf")
    #expect(text.contains("<node id=\"n0\" label=\"=1+1\" start=\"2018-12-05\">"))
    #expect(text.contains("<node id=\"n1\" label=\"-a, b\" start=\"0998-01-01\">"))
    #expect(text.contains("timeformat=\"date\""))
    #expect(text.components(separatedBy: "<viz:color r=\"141\" g=\"211\" b=\"199\"/>").count == 2)
    #expect(text.components(separatedBy: "<viz:color r=\"217\" g=\"95\" b=\"2\"/>").count == 3)
  }

  @Test func yEdDrawsNodesAndEdges() throws {
    let text = try export("graphml", flavor: "yed")
    for part in [
      "<y:NodeLabel>A/2</y:NodeLabel>", "<y:Fill color=\"#8dd3c7\" transparent=\"false\"/>",
      "<y:BorderStyle color=\"#888888\" type=\"dashed\" width=\"1.0\"/>", "y=\"7380\"",
      "<y:EdgeLabel textColor=\"#1b9e77\">recalls</y:EdgeLabel>",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func unknownFlavorsAreRefused() throws {
    #expect {
      try export("graphml", flavor: "yead")
    } throws: {
      "\($0)".hasPrefix("error: format 'graphml' has no flavor 'yead' (there is yed)")
    }
  }

  @Test(.enabled(if: Tools.graphPython != nil, "no Python with networkx and igraph"))
  func flavorsAreReadAlike() throws {
    let folder = try TemporaryFolder()
    try Data(try export("graphml").utf8).write(to: URL(fileURLWithPath: folder.file("plain")))
    try Data(try export("graphml", flavor: "yed").utf8).write(to: URL(fileURLWithPath: folder.file("yed")))
    let script = """
      import sys, networkx, igraph
      def graph(path):
          g = networkx.read_graphml(path, force_multigraph=True)
          drop = lambda d: {k: v for k, v in d.items() if k not in ("x", "y", "shape_type")}
          i = igraph.Graph.Read_GraphML(path)
          own = lambda rows: [{k: str(v) for k, v in r.attributes().items()} for r in rows]
          return [(n, drop(d)) for n, d in g.nodes(data=True)], list(g.edges(data=True)), own(i.vs), own(i.es)
      assert graph(sys.argv[1]) == graph(sys.argv[2]), (graph(sys.argv[1]), graph(sys.argv[2]))
      """
    let check = try Tools.run(
      try #require(Tools.graphPython), ["-c", script, folder.file("plain"), folder.file("yed")])
    #expect(check.status == 0, "\(check.output.suffix(2000))")
  }
}
