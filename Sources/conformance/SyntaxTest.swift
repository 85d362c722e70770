import Diagnostics
import QuerySyntax
import RDF

/// A query that must parse, or must not.
struct SyntaxTest {
  private let test: TestCase

  init(_ test: TestCase) { self.test = test }

  func run(isValid: Bool) throws -> Verdict {
    guard let path = test.path(test.action) else { return .failed("the test names no query") }
    let text = try contents(path)
    do {
      _ = try SPARQL.parse(
        SourceText(name: path, text: text), prefixes: PrefixMap(), base: IRIResolver.fileIRI(path: path))
      return isValid ? .passed : .failed("expected an error, found a query:\n\(text)")
    } catch {
      return isValid ? .failed("expected a query, found an error:\n\(error)") : .passed
    }
  }
}
