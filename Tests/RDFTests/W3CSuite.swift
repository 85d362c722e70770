import Foundation
import RDF
import Testing

/// One test of a W3C RDF 1.1 suite, as its manifest gives it.
struct W3CCase: Sendable, CustomTestStringConvertible {
  enum Kind: Sendable {
    case positive
    case negative
    case evaluation(result: String)
  }

  let name: String
  let kind: Kind
  let action: String
  /// The IRI at which the suite lives, which relative IRIs are read against.
  let base: String

  var testDescription: String { name }
}

/// The suites that lie beside the project.
enum W3CSuite {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/w3c/rdf").path

  static var isPresent: Bool { FileManager.default.fileExists(atPath: root) }

  /// The cases of `rdf-n-triples`, `rdf-turtle`, … in the manifest's order; none where the suites are absent.
  static func cases(_ folder: String) -> [W3CCase] {
    guard isPresent else { return [] }
    let test = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
    let home = "https://w3c.github.io/rdf-tests/rdf/rdf11/\(folder)/"
    let reader = RDFReader(format: .turtle, base: home + "manifest.ttl")
    guard let triples = try? reader.triples(path: "\(root)/\(folder)/manifest.ttl") else { return [] }
    var about: [Term: [IRI: Term]] = [:]
    for triple in triples { about[triple.subject, default: [:]][triple.predicate] = triple.object }
    var cases: [W3CCase] = []
    for triple in triples where triple.predicate == IRI(test + "action") {
      let facts = about[triple.subject] ?? [:]
      guard case .iri(let action) = triple.object, case .iri(let type)? = facts[RDF.type] else { continue }
      let file = { (iri: IRI) in "\(root)/\(folder)/" + iri.value.dropFirst(home.count) }
      var kind = W3CCase.Kind.positive
      if type.value.contains("Negative") { kind = .negative }
      if case .iri(let result)? = facts[IRI(test + "result")] { kind = .evaluation(result: file(result)) }
      cases.append(
        W3CCase(
          name: String(action.value.dropFirst(home.count)), kind: kind, action: file(action),
          base: action.value))
    }
    return cases
  }
}
