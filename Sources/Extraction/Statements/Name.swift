import Ontology
import RDF

/// The terms of the vocabularies that extraction states: most of them stand in `Ontology/Data/vocabulary.ttl`.
///
/// The raw value is the term's number in every document's `Statements`.
enum Name: UInt32, CaseIterable {
  // Of other vocabularies
  case type, prefLabel
  case identifier, title, language, subject, hasPart, isPartOf, source
  case citation, hasCitingEntity, hasCitedEntity
  // Properties
  case adoptedOn, organ, session, agendaItem, meeting, symbolSource, sponsor, votedInFavour, votedAgainst
  case abstained, draft, committeeReport, corrects, footnoteCites, number, ordinal, openingPhrase
  case openingVerb, unknownOpening, text, namesPrinciple, restates, relation, inParagraph, inFootnote
  case exact, start, end, rule, reason, readBy, pinpoint, statedIn, modality, addressee, action, hasClause
  case relatesToPrinciple, linksNorm, linksPrinciple, restatesNorm, similarity, change, issuedBy
  // Modalities
  case obligation, prohibition, recommendation, permission, declaration
  // Classes
  case documentClass, resolution, decision, presidentialStatement, report, paragraph, preambularParagraph
  case operativeParagraph, annexParagraph, footnote, norm, normClause, directive, principleLink
  case restatement, state

  var number: UInt32 { rawValue }

  var iri: IRI {
    switch self {
    case .type: RDF.type
    case .prefLabel: SKOS.prefLabel
    case .identifier: DCTerms.identifier
    case .title: DCTerms.title
    case .language: DCTerms.language
    case .subject: DCTerms.subject
    case .hasPart: DCTerms.hasPart
    case .isPartOf: DCTerms.isPartOf
    case .source: DCTerms.source
    case .citation: CiTO.citation
    case .hasCitingEntity: CiTO.hasCitingEntity
    case .hasCitedEntity: CiTO.hasCitedEntity
    case .documentClass: Stemma.term("Document")
    case .resolution: Stemma.term("Resolution")
    case .decision: Stemma.term("Decision")
    case .presidentialStatement: Stemma.term("PresidentialStatement")
    case .report: Stemma.term("Report")
    case .paragraph: Stemma.term("Paragraph")
    case .preambularParagraph: Stemma.term("PreambularParagraph")
    case .operativeParagraph: Stemma.term("OperativeParagraph")
    case .annexParagraph: Stemma.term("AnnexParagraph")
    case .footnote: Stemma.term("Footnote")
    case .norm: Stemma.term("Norm")
    case .normClause: Stemma.term("NormClause")
    case .directive: Stemma.term("Directive")
    case .principleLink: Stemma.term("PrincipleLink")
    case .restatement: Stemma.term("Restatement")
    case .state: Stemma.term("State")
    default: Stemma.term("\(self)")
    }
  }
}

extension Modal.Modality {
  var name: Name {
    switch self {
    case .obligation: .obligation
    case .prohibition: .prohibition
    case .recommendation: .recommendation
    case .permission: .permission
    case .declaration: .declaration
    }
  }
}
