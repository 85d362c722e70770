import Diagnostics
import RDF

/// Statements gathered by subject, subjects in the order in which they first appear.
struct OntologyGraph {
  private(set) var entries: [Entry] = []

  /// One subject with what is said of it.
  struct Entry {
    let iri: IRI
    var values: [(predicate: IRI, object: Term)] = []
  }

  init(_ triples: [Triple]) {
    var index: [String: Int] = [:]
    for triple in triples {
      guard case .iri(let subject) = triple.subject else { continue }
      let position: Int
      if let known = index[subject.value] {
        position = known
      } else {
        position = entries.count
        index[subject.value] = position
        entries.append(Entry(iri: subject))
      }
      entries[position].values.append((triple.predicate, triple.object))
    }
  }

  /// The subjects of class `:name`.
  func entries(of name: String) -> [Entry] {
    let type = Term.iri(Stemma.term(name))
    return entries.filter { entry in
      entry.values.contains { $0.predicate == RDF.type && $0.object == type }
    }
  }
}

extension OntologyGraph.Entry {
  /// The part of the IRI behind the vocabulary's namespace, or the whole IRI.
  var name: String {
    iri.value.hasPrefix(Stemma.namespace)
      ? String(iri.value.dropFirst(Stemma.namespace.count)) : iri.value
  }

  func literals(_ predicate: IRI) -> [Literal] {
    values.compactMap { value in
      guard value.predicate == predicate, case .literal(let literal) = value.object else { return nil }
      return literal
    }
  }

  func literals(_ name: String) -> [Literal] { literals(Stemma.term(name)) }

  func texts(_ name: String) -> [String] { literals(name).map(\.lexical) }

  func iris(_ predicate: IRI) -> [IRI] {
    values.compactMap { value in
      guard value.predicate == predicate, case .iri(let iri) = value.object else { return nil }
      return iri
    }
  }

  /// The value that the entry must have; throws where it has none.
  func required(_ name: String) throws -> IRI {
    guard let found = iris(Stemma.term(name)).first else { throw missing(":" + name) }
    return found
  }

  /// The label in English, or the first there is; throws where there is none.
  func label() throws -> String {
    let labels = literals(SKOS.prefLabel) + literals(RDFS.label)
    guard let found = labels.first(where: { $0.language == "en" }) ?? labels.first else {
      throw missing("label")
    }
    return found.lexical
  }

  func missing(_ what: String) -> Diagnostic {
    .error("'\(iri.value)' has no \(what)", hint: "add it in the ontology's Turtle file")
  }
}
