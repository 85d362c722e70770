import Diagnostics
import RDF

/// An RDF document that must parse, must not, or must mean the same as its N-Triples or N-Quads form.
struct ParsingTest {
  private let test: TestCase

  init(_ test: TestCase) { self.test = test }

  func run(isValid: Bool) throws -> Verdict {
    guard let path = test.path(test.action) else { return .failed("the test names no document") }
    do {
      _ = try Graph.quads(path: path, base: test.assumedBase(path))
      return isValid ? .passed : .failed("expected an error, found a document")
    } catch {
      return isValid ? .failed("expected a document, found an error:\n\(error)") : .passed
    }
  }

  func runEvaluation() throws -> Verdict {
    guard let path = test.path(test.action), let expected = test.path(test.result) else {
      return .failed("the test names no document")
    }
    let found = try Graph.quads(path: path, base: test.assumedBase(path))
    let wanted = try Graph.quads(path: expected)
    return Isomorphism.areEqual(found.map(\.terms), wanted.map(\.terms))
      ? .passed : .failed("expected\n\(wanted.lines)\nfound\n\(found.lines)")
  }
}

extension Quad {
  /// Its terms in a row, the graph last.
  var terms: [Term?] { [triple.subject, .iri(triple.predicate), triple.object, graph] }
}

extension [Quad] {
  var lines: String {
    map { "\($0.triple)" + ($0.graph.map { " in \($0)" } ?? "") }.sorted().joined(separator: "\n")
  }
}
