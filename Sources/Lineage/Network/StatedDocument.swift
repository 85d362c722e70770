import QueryEngine
import RDF

/// What a graph says of one document, in the numbers of its terms: as much of it as a network is made of.
struct StatedDocument {
  /// Which predicates say what.
  struct Vocabulary {
    /// The relations that lead to an ancestor.
    let relations: [TermNumber]
    let hasPart: TermNumber?
    /// The properties that a card shows.
    let shown: [(number: TermNumber, property: DocumentCard.Property)]
  }

  /// Each document that it cites over a relation that counts, once with every predicate between the two.
  let citations: [(cited: TermNumber, relations: [TermNumber])]
  /// The values that its card shows.
  let values: [(property: DocumentCard.Property, value: TermNumber)]
  /// Whether it has paragraphs.
  let hasParts: Bool

  /// - Parameter triples: those whose subject it is, by predicate.
  init(_ triples: [(predicate: TermNumber, object: TermNumber)], _ vocabulary: Vocabulary) {
    var citations: [(cited: TermNumber, relations: [TermNumber])] = []
    var places: [TermNumber: Int] = [:]
    for triple in triples
    where vocabulary.relations.contains(triple.predicate) && places[triple.object] == nil {
      places[triple.object] = citations.count
      citations.append((triple.object, []))
    }
    var values: [(property: DocumentCard.Property, value: TermNumber)] = []
    var hasParts = false
    for (predicate, object) in triples {
      if let place = places[object] { citations[place].relations.append(predicate) }
      if let shown = vocabulary.shown.first(where: { $0.number == predicate }) {
        values.append((shown.property, object))
      }
      if predicate == vocabulary.hasPart { hasParts = true }
    }
    self.citations = citations
    self.values = values
    self.hasParts = hasParts
  }
}
