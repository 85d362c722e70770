import Diagnostics
import RDF

/// One test of a manifest.
struct TestCase {
  /// What it is called in print: its IRI, shortened.
  let name: String
  /// Where W3C publishes it, as far as the manifest says.
  let iri: String
  private let type: String
  private let node: Term
  private let graph: Graph
  /// The manifest's node and its folder, with a slash.
  private let manifest: Term
  private let folder: String

  /// - Parameters:
  ///   - manifest: The node of the manifest that lists the test.
  ///   - path: The manifest's file.
  init(_ node: Term, in graph: Graph, manifest: Term, path: String) {
    self.node = node
    self.graph = graph
    self.manifest = manifest
    let location = IRIResolver.fileIRI(path: path)
    let home = String(location[...(location.lastIndex(of: "/") ?? location.startIndex)])
    var iri = if case .iri(let iri) = node { iri.value } else { "a test without a name" }
    if case .iri(let base)? = graph.object(manifest, IRI(Manifest.mf + "assumedTestBase")) {
      iri = iri.replacing(prefix: home, with: base.value)
    }
    self.iri = iri
    name = iri.replacing(prefix: "http://www.w3.org/", with: "")
    folder = TestCase.path(home)
    type =
      graph.objects(node, RDF.type).compactMap { term -> String? in
        if case .iri(let iri) = term {
          return String(iri.value[(iri.value.lastIndex(of: "#") ?? iri.value.startIndex)...].dropFirst())
        }
        return nil
      }.first ?? ""
  }

  /// The local path behind a `file:` IRI; what is none stays as it is.
  static func path(_ iri: String) -> String { IRIResolver.path(fileIRI: iri) ?? iri }

  /// Runs the test with the handler for its type.
  func run(optimize: Bool) -> Verdict {
    do {
      switch type {
      case "QueryEvaluationTest", "CSVResultFormatTest":
        return try EvaluationTest(self, optimize: optimize).run()
      case "UpdateEvaluationTest": return try UpdateTest(self, optimize: optimize).run()
      case "PositiveUpdateSyntaxTest11": return try SyntaxTest(self).run(isValid: true)
      case "NegativeUpdateSyntaxTest11": return try SyntaxTest(self).run(isValid: false)
      case "PositiveSyntaxTest", "PositiveSyntaxTest11": return try SyntaxTest(self).run(isValid: true)
      case "NegativeSyntaxTest", "NegativeSyntaxTest11": return try SyntaxTest(self).run(isValid: false)
      case "TestNTriplesPositiveSyntax", "TestNQuadsPositiveSyntax", "TestTurtlePositiveSyntax",
        "TestTrigPositiveSyntax":
        return try ParsingTest(self).run(isValid: true)
      case "TestNTriplesNegativeSyntax", "TestNQuadsNegativeSyntax", "TestTurtleNegativeSyntax",
        "TestTrigNegativeSyntax", "TestTurtleNegativeEval", "TestTrigNegativeEval", "TestXMLNegativeSyntax":
        return try ParsingTest(self).run(isValid: false)
      case "TestTurtleEval", "TestTrigEval", "TestXMLEval": return try ParsingTest(self).runEvaluation()
      case "ProtocolTest", "GraphStoreProtocolTest", "ServiceDescriptionTest":
        return .skipped("needs a server")
      default: return .skipped("a test of type \(type)")
      }
    } catch {
      return .failed("\(error)")
    }
  }

  // MARK: - Reading the entry

  /// True where rows may be given fewer times than in the expected answer (REDUCED).
  var isLax: Bool {
    graph.object(node, IRI(Manifest.mf + "resultCardinality")) == .iri(Manifest.mf + "LaxCardinality")
  }

  var action: Term? { graph.object(node, IRI(Manifest.mf + "action")) }

  var result: Term? { graph.object(node, IRI(Manifest.mf + "result")) }

  /// What `predicate` gives for `subject`.
  func objects(_ subject: Term?, _ predicate: String) -> [Term] {
    subject.map { graph.objects($0, IRI(predicate)) } ?? []
  }

  /// The path of the IRI that `predicate` gives for `subject`.
  func file(_ subject: Term?, _ predicate: String) -> String? { files(subject, predicate).first?.path }

  /// The IRIs and paths that `predicate` gives for `subject`.
  func files(_ subject: Term?, _ predicate: String) -> [(iri: String, path: String)] {
    objects(subject, predicate).compactMap { term in
      if case .iri(let iri) = term { return (iri.value, TestCase.path(iri.value)) }
      return nil
    }
  }

  /// The IRI under which the manifest wants a file of its folder read; nil where it names none.
  func assumedBase(_ path: String) -> String? {
    guard case .iri(let base)? = graph.object(manifest, IRI(Manifest.mf + "assumedTestBase")),
      path.hasPrefix(folder)
    else { return nil }
    return base.value + path.dropFirst(folder.count)
  }

  /// The path of a term that is an IRI.
  func path(_ term: Term?) -> String? {
    if case .iri(let iri)? = term { return TestCase.path(iri.value) }
    return nil
  }
}

extension String {
  func replacing(prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
