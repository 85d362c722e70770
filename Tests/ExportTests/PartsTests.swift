import Diagnostics
import Export
import Foundation
import RDF
import Testing

/// What several threads write is what one writes.
@Suite("Parts")
struct PartsTests {
  /// More than the megabyte that RDF/XML looks at before it begins, with namespaces, properties and an ontology that come later.
  private static func graph(_ last: [Triple] = []) -> FixedGraph {
    var triples: [Triple] = []
    for number in 0..<400 {
      let node = Term.iri("https://undocs.org/A/RES/\(1000 + number)")
      let text = String(repeating: "long & <\(number)> ", count: 300)
      triples += [
        Triple(node, RDF.type, .iri(number % 3 == 0 ? Stemma.term("Resolution") : Stemma.term("Report"))),
        Triple(node, RDF.type, .iri(Stemma.term("Document"))),
        Triple(node, RDFS.label, .literal(Literal(text, language: "en"))),
        Triple(node, IRI("http://late.example/\(number / 100)#in"), .iri("http://e/\(number % 7)")),
        Triple(node, Stemma.term("ordinal"), .integer(number)),
        Triple(node, Stemma.term("recalls"), .iri("https://undocs.org/A/RES/\(1000 + number * 7 % 500)")),
      ]
    }
    let graph = FixedGraph(triples + last)
    graph.partSize = 3
    return graph
  }

  private func export(_ graph: FixedGraph, _ format: String) throws -> (text: String, Exporter.Summary) {
    let output = ByteOutput()
    let summary = try Exporter(source: graph).write(.named("full"), .named(format), to: output)
    return (output.text, summary)
  }

  private func alone(_ graph: FixedGraph) -> FixedGraph { FixedGraph(graph.triples) }

  @Test(arguments: ["rdfxml", "turtle"])
  func bytesAreTheSame(format: String) throws {
    let ontology = Triple(.iri("http://zz.example/o"), RDF.type, .iri(IRI(OWL.namespace + "Ontology")))
    let property = Triple(
      .iri("http://zz.example/p"), RDF.type, .iri(IRI(OWL.namespace + "DatatypeProperty")))
    for graph in [
      Self.graph(),
      Self.graph([ontology, property, Triple(.blank(BlankNode("b")), IRI("http://e/p"), .integer(1))]),
    ] {
      let (together, alone) = (try export(graph, format), try export(alone(graph), format))
      #expect(together.text == alone.text)
      #expect(together.1 == alone.1)
      #expect(together.1.triples == graph.triples.count)
    }
  }

  @Test func linesAreTheSame() throws {
    let graph = Self.graph()
    let (together, alone) = (try export(graph, "ntriples").text, try export(alone(graph), "ntriples").text)
    // One thread writes a subject's triples as they come, several sort them.
    #expect(together.split(separator: "\n").sorted() == alone.split(separator: "\n").sorted())
    #expect(together == (try export(Self.graph(), "ntriples").text))
  }

  @Test func nodesAndEdgesAreTheSame() throws {
    let graph = Self.graph()
    let (together, alone) = (try export(graph, "graphml"), try export(alone(graph), "graphml"))
    #expect(together.1 == alone.1)
    #expect(together.1.nodes > 400 && together.1.edges == 800)
    let (one, other) = (GraphMLText(together.text), GraphMLText(alone.text))
    #expect(one.head == other.head)
    #expect(one.nodes.count == together.1.nodes)
    #expect(one.nodes.sorted() == other.nodes.sorted())
    #expect(one.edges.sorted() == other.edges.sorted())
  }

  @Test(arguments: ["rdfxml", "turtle", "graphml"])
  func aPartThatCannotBeWrittenIsNamed(format: String) throws {
    let bad = Triple(.iri("http://e/a b"), Stemma.term("cites"), .iri("http://e/\u{1}"))
    let graph = Self.graph([bad])
    do {
      _ = try export(graph, format)
      Issue.record("it was written")
    } catch let refusal as Diagnostic {
      let isNamed = ["\(bad.subject)", "\(bad.object)"].contains {
        refusal.message.hasPrefix("cannot write \($0)")
      }
      let isNode = refusal.message.hasPrefix("cannot write node \(bad.object)")
      #expect(isNamed || isNode, "\(refusal.message)")
    }
  }
}

/// The nodes and edges of a GraphML text of ours, without the ids that tie them together.
private struct GraphMLText {
  private(set) var head: [Substring] = []
  private(set) var nodes: [String] = []
  private(set) var edges: [String] = []

  init(_ text: String) {
    var iris: [Substring: Substring] = [:]
    var data: [Substring] = []
    var ends: [Substring] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\"")
      if line.hasPrefix("    <node") || line.hasPrefix("    <edge") {
        ends = line.hasPrefix("    <node") ? [parts[1]] : [parts[3], parts[5]]
        data = []
      } else if line == "    </node>" {
        iris[ends[0]] = data.first { $0.contains("n_iri") }
        nodes.append(data.joined())
      } else if line == "    </edge>" {
        edges.append(ends.map { iris[$0] ?? "no such node" }.joined(separator: " ") + data.joined())
      } else if line.hasPrefix("      <data") {
        data.append(line)
      } else {
        head.append(line)
      }
    }
  }
}
