import Diagnostics
import Export
import Foundation
import RDF
import Testing

/// Generated graphs: every file reads back equal, or the export is refused with the offending triple named and leaves nothing.
///
/// `STEMMA_GRAPHS` says how many graphs; `make test-interop` takes ten thousand.
@Suite("Hostile graphs")
struct HostileGraphTests {
  private static let count = ProcessInfo.processInfo.environment["STEMMA_GRAPHS"].flatMap { Int($0) } ?? 200
  private static let formats = ["rdf", "ttl", "nt", "jsonld", "graphml", "gexf"]

  @Test(.enabled(if: Tools.python(with: "networkx", "rdflib") != nil, "no Python with networkx and rdflib"))
  func filesReadBackEqual() throws {
    let folder = try TemporaryFolder()
    var refused: [String: Int] = [:]
    var written: [String: [Int]] = [:]
    for number in 0..<Self.count {
      let graph = HostileGraph(number)
      for name in Self.formats {
        let file = folder.file("\(number).\(name)")
        do {
          let format = try #require(ExportFormat(path: file))
          let source = FixedGraph(graph.triples)
          // Every other graph is written on several threads.
          if number % 2 == 1 { source.partSize = 1 }
          try Exporter(source: source).export(
            profile: .named("full"), format: format, to: file)
          written[name, default: []].append(number)
        } catch let refusal as Diagnostic {
          refused[name, default: 0] += 1
          #expect(names(refusal.message, graph), "\(name) \(number): \(refusal.message)")
          #expect(!FileManager.default.fileExists(atPath: file))
        }
      }
    }
    // Neither nothing written nor nothing refused shows anything.
    for name in Self.formats {
      #expect(written[name, default: []].count > Self.count / 2, "\(name)")
      #expect(refused[name, default: 0] > 0, "\(name)")
    }
    let total = written.values.reduce(0) { $0 + $1.count }
    #expect(folder.contents.count == total, "something else was left behind")
    try write(folder.file("graphs.json"), written)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Interop/hostile.py").path
    let python = try #require(Tools.python(with: "networkx", "rdflib"))
    let check = try Tools.run(python, [script, folder.path])
    #expect(check.status == 0, "\(check.output.suffix(3000))")
    print("\(Self.count) graphs, refused: \(refused.sorted { $0.key < $1.key })\n\(check.output)")
  }

  /// Whether a message names a triple of the graph: subject and predicate, or for a node its IRI.
  private func names(_ message: String, _ graph: HostileGraph) -> Bool {
    graph.triples.contains { triple in
      message.hasPrefix("cannot write \(triple.subject) \(Term.iri(triple.predicate)) ")
        || message.hasPrefix("cannot write node \(triple.subject): ")
        || message.hasPrefix("cannot write node \(triple.object): ")
    }
  }

  /// What each graph holds and which were written in which format, for the readers.
  private func write(_ path: String, _ written: [String: [Int]]) throws {
    let graphs = (0..<Self.count).map { number in
      HostileGraph(number).triples.map { triple in
        [parts(triple.subject), parts(.iri(triple.predicate)), parts(triple.object)]
      }
    }
    let json = try JSONSerialization.data(
      withJSONObject: ["graphs": graphs, "written": written] as [String: Any])
    try json.write(to: URL(fileURLWithPath: path))
  }

  private func parts(_ term: Term) -> [String] {
    switch term {
    case .iri(let iri): ["iri", iri.value, "", ""]
    case .blank(let node): ["blank", node.label, "", ""]
    case .literal(let literal):
      [
        "literal", literal.lexical, literal.language == nil ? literal.datatype.value : "",
        literal.language ?? "",
      ]
    }
  }
}
