import Diagnostics
import RDF

/// Reads manifests of the W3C form: `mf:entries` lists tests, `mf:include` lists further manifests.
enum Manifest {
  static let mf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"

  /// The tests of the manifest at `path` and of those it includes, in order; a manifest is read once.
  static func tests(in path: String, seen: inout Set<String>) throws -> [TestCase] {
    let location = IRIResolver.fileIRI(path: path)
    guard seen.insert(location).inserted else { return [] }
    let graph = try Graph(path: path)
    var tests: [TestCase] = []
    for manifest in graph.subjects(RDF.type, .iri(mf + "Manifest")) {
      for include in graph.list(manifest, IRI(mf + "include")) {
        guard case .iri(let iri) = include else { continue }
        tests += try Manifest.tests(in: TestCase.path(iri.value), seen: &seen)
      }
      for entry in graph.list(manifest, IRI(mf + "entries")) {
        tests.append(TestCase(entry, in: graph, manifest: manifest, path: path))
      }
    }
    return tests
  }
}
