import RDF

/// A paragraph of a document as the lineage of its language sees it.
public struct Passage: Sendable, Hashable {
  /// Where in its document a paragraph stands; a change between the first two is a move.
  public enum Part: String, Sendable {
    case preambular
    case operative
    case annex
  }

  /// `<A/RES/78/237#pp6>`.
  public let iri: IRI
  /// `<A/RES/78/237>`.
  public let document: IRI
  public let part: Part
  /// As printed: "Expressing concern".
  public let openingPhrase: String?
  /// The concept of the verb that opens it, the same for "Recognizing" and "Also recognizes"; nil where it opens with none.
  public let openingVerb: IRI?
  public let text: String

  /// Whether its words are those of another but for numbers: years, sessions, symbols, amounts.
  func differsInNumbersOnly(from other: Passage) -> Bool {
    let (own, others) = (Wording(WordList(text).words), Wording(WordList(other.text).words))
    return own.formula == others.formula && own.words != others.words
  }

  /// "pp6", "op1.3".
  public var label: String {
    iri.value.lastIndex(of: "#").map { String(iri.value[iri.value.index(after: $0)...]) } ?? iri.value
  }
}
