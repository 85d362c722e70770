import Diagnostics
import QuerySyntax
import RDF

/// A query (or an update request, `.ru`) that must parse, or must not.
struct SyntaxTest {
  private let test: TestCase

  init(_ test: TestCase) { self.test = test }

  func run(isValid: Bool) throws -> Verdict {
    guard let path = test.path(test.action) else { return .failed("the test names no query") }
    let text = try contents(path)
    let (source, base) = (SourceText(name: path, text: text), IRIResolver.fileIRI(path: path))
    do {
      if path.hasSuffix(".ru") {
        _ = try SPARQL.parseUpdate(source, prefixes: PrefixMap(), base: base)
      } else {
        _ = try SPARQL.parse(source, prefixes: PrefixMap(), base: base)
      }
      return isValid ? .passed : .failed("expected an error, found a query:\n\(text)")
    } catch {
      return isValid ? .failed("expected a query, found an error:\n\(error)") : .passed
    }
  }
}
