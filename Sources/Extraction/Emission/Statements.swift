import RDF

/// Triples in the order in which they are stated, each once where a property may repeat.
struct Statements {
  private(set) var triples: [Triple] = []
  private var seen: Set<Triple> = []

  mutating func add(_ subject: IRI, _ predicate: IRI, _ object: Term) {
    triples.append(Triple(.iri(subject), predicate, object))
  }

  mutating func add(_ subject: IRI, _ predicate: IRI, _ object: IRI) {
    add(subject, predicate, .iri(object))
  }

  /// States what other places may have stated already.
  mutating func addOnce(_ subject: IRI, _ predicate: IRI, _ object: Term) {
    let triple = Triple(.iri(subject), predicate, object)
    if seen.insert(triple).inserted { triples.append(triple) }
  }
}

/// The terms of `Ontology/Data/vocabulary.ttl` that extraction states, made once.
enum Names {
  static let adoptedOn = Stemma.term("adoptedOn")
  static let organ = Stemma.term("organ")
  static let session = Stemma.term("session")
  static let agendaItem = Stemma.term("agendaItem")
  static let meeting = Stemma.term("meeting")
  static let symbolSource = Stemma.term("symbolSource")
  static let sponsor = Stemma.term("sponsor")
  static let votedInFavour = Stemma.term("votedInFavour")
  static let votedAgainst = Stemma.term("votedAgainst")
  static let abstained = Stemma.term("abstained")
  static let draft = Stemma.term("draft")
  static let committeeReport = Stemma.term("committeeReport")
  static let corrects = Stemma.term("corrects")
  static let footnoteCites = Stemma.term("footnoteCites")
  static let number = Stemma.term("number")
  static let ordinal = Stemma.term("ordinal")
  static let openingPhrase = Stemma.term("openingPhrase")
  static let openingVerb = Stemma.term("openingVerb")
  static let unknownOpening = Stemma.term("unknownOpening")
  static let text = Stemma.term("text")
  static let namesPrinciple = Stemma.term("namesPrinciple")
  static let restates = Stemma.term("restates")
  static let relation = Stemma.term("relation")
  static let inParagraph = Stemma.term("inParagraph")
  static let inFootnote = Stemma.term("inFootnote")
  static let exact = Stemma.term("exact")
  static let start = Stemma.term("start")
  static let end = Stemma.term("end")
  static let rule = Stemma.term("rule")
  static let reason = Stemma.term("reason")
  static let readBy = Stemma.term("readBy")
  static let pinpoint = Stemma.term("pinpoint")
  static let statedIn = Stemma.term("statedIn")
  static let modality = Stemma.term("modality")
  static let addressee = Stemma.term("addressee")
  static let action = Stemma.term("action")
  static let hasClause = Stemma.term("hasClause")
  static let relatesToPrinciple = Stemma.term("relatesToPrinciple")
  static let linksNorm = Stemma.term("linksNorm")
  static let linksPrinciple = Stemma.term("linksPrinciple")
  static let restatesNorm = Stemma.term("restatesNorm")
  static let similarity = Stemma.term("similarity")
  static let change = Stemma.term("change")
  static let issuedBy = Stemma.term("issuedBy")
  static let footnote = Stemma.term("Footnote")
  static let norm = Stemma.term("Norm")
  static let normClause = Stemma.term("NormClause")
  static let directive = Stemma.term("Directive")
  static let principleLink = Stemma.term("PrincipleLink")
  static let restatement = Stemma.term("Restatement")
  static let state = Stemma.term("State")
  static let preambular = Stemma.term("PreambularParagraph")
  static let operative = Stemma.term("OperativeParagraph")
  static let annex = Stemma.term("AnnexParagraph")
  static let wasDerivedFrom = IRI("http://www.w3.org/ns/prov#wasDerivedFrom")
}
