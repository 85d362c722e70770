import Diagnostics
import Glibc
import RDF

/// One test of a manifest.
struct TestCase {
  let name: String
  private let type: String
  private let node: Term
  private let graph: Graph

  init(_ node: Term, in graph: Graph) {
    self.node = node
    self.graph = graph
    let iri = if case .iri(let iri) = node { iri.value } else { "a test without a name" }
    name = iri.replacing(prefix: "http://www.w3.org/", with: "")
    type =
      graph.objects(node, RDF.type).compactMap { term -> String? in
        if case .iri(let iri) = term {
          return String(iri.value[(iri.value.lastIndex(of: "#") ?? iri.value.startIndex)...].dropFirst())
        }
        return nil
      }.first ?? ""
  }

  /// The local path behind a `file:` IRI.
  static func path(_ iri: String) -> String {
    guard iri.hasPrefix("file://") else { return iri }
    var bytes: [UInt8] = []
    var rest = Array(iri.utf8.dropFirst("file://".utf8.count))[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Runs the test with the handler for its type.
  func run(optimize: Bool) -> Verdict {
    do {
      switch type {
      case "QueryEvaluationTest", "CSVResultFormatTest":
        return try EvaluationTest(self, optimize: optimize).run()
      case "PositiveSyntaxTest", "PositiveSyntaxTest11": return try SyntaxTest(self).run(isValid: true)
      case "NegativeSyntaxTest", "NegativeSyntaxTest11": return try SyntaxTest(self).run(isValid: false)
      case "TestNTriplesPositiveSyntax", "TestNQuadsPositiveSyntax", "TestTurtlePositiveSyntax",
        "TestTrigPositiveSyntax":
        return try ParsingTest(self).run(isValid: true)
      case "TestNTriplesNegativeSyntax", "TestNQuadsNegativeSyntax", "TestTurtleNegativeSyntax",
        "TestTrigNegativeSyntax", "TestTurtleNegativeEval", "TestTrigNegativeEval":
        return try ParsingTest(self).run(isValid: false)
      case "TestTurtleEval", "TestTrigEval": return try ParsingTest(self).runEvaluation()
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

  /// The path of the IRI that `predicate` gives for `subject`.
  func file(_ subject: Term?, _ predicate: String) -> String? { files(subject, predicate).first?.path }

  /// The IRIs and paths that `predicate` gives for `subject`.
  func files(_ subject: Term?, _ predicate: String) -> [(iri: String, path: String)] {
    guard let subject else { return [] }
    return graph.objects(subject, IRI(predicate)).compactMap { term in
      if case .iri(let iri) = term { return (iri.value, TestCase.path(iri.value)) }
      return nil
    }
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
