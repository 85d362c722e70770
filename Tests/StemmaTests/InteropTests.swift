import Foundation
import Testing

/// What other people's readers find in the exports is what the store holds. `make test-interop` runs these on the AKN corpus too.
@Suite struct InteropTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let akn = tests.appendingPathComponent("../../shared/corpus/akn").standardized.path
  private static let isWhole =
    ProcessInfo.processInfo.environment["STEMMA_INTEROP"] != nil
    && FileManager.default.fileExists(atPath: akn)
  private static let python: String? = {
    let here = tests.appendingPathComponent("../../venv/bin/python").standardized.path
    let candidates = [ProcessInfo.processInfo.environment["STEMMA_PYTHON"], here, "/usr/bin/python3"]
    return candidates.compactMap { $0 }.first { path in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = ["-c", "import networkx, igraph, pandas, rdflib, pyoxigraph"]
      process.standardError = FileHandle.nullDevice
      guard FileManager.default.isExecutableFile(atPath: path), (try? process.run()) != nil else {
        return false
      }
      process.waitUntilExit()
      return process.terminationStatus == 0
    }
  }()

  @Test(
    "graph tools and RDF parsers find in the sample corpus what the store holds",
    .enabled(if: python != nil, "no Python with networkx, igraph, pandas, rdflib and pyoxigraph"))
  func sample() throws {
    let machine = try SessionMachine()
    try check(machine.corpus, "--rdflib --networkx", in: machine)
  }

  @Test(
    "graph tools and RDF parsers find in the AKN corpus what the store holds",
    .enabled(if: python != nil && isWhole, "for make test-interop, where ../shared/corpus/akn is"))
  func wholeCorpus() throws {
    try check(Self.akn, "", in: try SessionMachine())
  }

  private func check(_ corpus: String, _ options: String, in machine: SessionMachine) throws {
    let python = try #require(Self.python)
    let scripts = Self.tests.appendingPathComponent("Interop").path
    let said = try machine.run(
      """
      exec 2>&1
      stemma build '\(corpus)' >/dev/null 2>&1
      stemma query -e 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }' --format ntriples >store.nt || exit
      for extension in graphml gexf cyjs dot csv nodes.csv; do
        stemma export --profile citations -o citations.$extension || exit
      done
      stemma export --profile citations --flavor yed -o citations.yed.graphml || exit
      stemma export --profile citations --collapse -o citations.collapsed.graphml || exit
      for extension in nt nq ttl trig rdf jsonld; do stemma export --profile full -o full.$extension || exit; done
      stemma export --profile full -o whole.graphml || exit
      '\(python)' '\(scripts)/citations.py' store.nt . && '\(python)' '\(scripts)/graph.py' store.nt whole.graphml \(options) &&
        '\(python)' '\(scripts)/triples.py' store.nt full.* \(options)
      """)
    #expect(!said.hasSuffix("]\n"), "\(said.suffix(3000))")
    #expect(said.contains("rapper") || !FileManager.default.fileExists(atPath: "/usr/bin/rapper"))
    #expect(
      said.contains("Cytoscape edges") && said.contains("igraph, whole graph edges")
        && said.contains("pyoxigraph full.jsonld"), "\(said.suffix(3000))")
    print(said)
  }
}
