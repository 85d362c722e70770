import Documents
import Ontology
import RDF

@testable import Extraction

/// The triples of one seed document, asked by subject and property.
struct SeedGraph {
  static let folder =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/shared/corpus/seeds/"

  let extraction: Extraction
  private var objects: [String: [String]] = [:]

  /// - Parameter symbol: what the caller says the document is; nil for what it says itself.
  init(_ name: String, symbol: String? = nil) throws {
    var document = try DocumentReader.read(path: Self.folder + name)[0]
    if let symbol {
      document.symbol = Symbol(canonical: symbol)
      document.symbolSource = .given
    }
    extraction = Extractor(ontology: try .bundled()).extract(document, source: name)
    for triple in extraction.triples {
      objects["\(triple.subject) \(triple.predicate)", default: []].append(Self.short(triple.object))
    }
  }

  /// The objects of `property` at the document, or at its part `fragment`; IRIs without their namespaces.
  func values(_ property: String, _ fragment: String? = nil) -> [String] {
    let subject = extraction.graph.value + (fragment.map { "#" + $0 } ?? "")
    return objects["<\(subject)> <\(Self.expanded(property))>"] ?? []
  }

  /// The distinct objects, sorted.
  func set(_ property: String, _ fragment: String? = nil) -> [String] {
    Set(values(property, fragment)).sorted()
  }

  /// The IRI fragments of the nodes of a class, in document order.
  func parts(_ type: String) -> [String] {
    extraction.triples.compactMap { triple in
      guard triple.predicate == RDF.type, triple.object == .iri(Stemma.term(type)),
        case .iri(let node) = triple.subject
      else { return nil }
      return node.value.split(separator: "#").last.map(String.init)
    }
  }

  private static func expanded(_ property: String) -> String {
    property.hasPrefix("dcterms:")
      ? DCTerms.namespace + property.dropFirst("dcterms:".count) : Stemma.namespace + property
  }

  private static func short(_ term: Term) -> String {
    switch term {
    case .iri(let iri):
      for base in [Stemma.documents, Stemma.namespace, "https://w3id.org/stemma/"]
      where iri.value.hasPrefix(base) {
        return String(iri.value.dropFirst(base.count))
      }
      return iri.value
    case .literal(let literal): return literal.lexical
    case .blank(let node): return node.label
    }
  }
}
