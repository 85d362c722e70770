import Documents
import Ontology
import RDF

extension Emission {
  /// The evidence of every citation, and the relations that it supports.
  mutating func stateCitations(_ citations: [Citation], _ placed: [PlacedCitation]) {
    citationCount = placed.count
    var counts: [String: Int] = [:]
    for place in placed {
      let citation = citations[place.citation]
      let fragment = fragment(of: citation, in: place.paragraph)
      counts[fragment, default: 0] += 1
      let node = identity.wording("\(fragment)-c\(counts[fragment] ?? 1)")
      state(citation, place, node)
      stateRelation(citation, place.decision)
    }
  }

  /// "op3" for a citation in the text, "op3-fn1" for one in the footnote whose marker stands there.
  private func fragment(of citation: Citation, in paragraph: Int?) -> String {
    let outer = paragraph.map { document.paragraphs[$0].fragment }
    switch citation.place {
    case .paragraph(let index): return document.paragraphs[index].fragment
    case .footnote(let index):
      let note = document.footnotes[index].fragment
      return outer.map { $0 + "-" + note } ?? note
    }
  }

  private mutating func state(_ citation: Citation, _ place: PlacedCitation, _ node: IRI) {
    statements.add(node, RDF.type, CiTO.citation)
    statements.add(node, CiTO.hasCitingEntity, identity.iri)
    if document.language != "en" { statements.add(node, DCTerms.language, .string(document.language)) }
    if let whole = document.partOf { statements.add(node, CiTO.hasCitingEntity, IRI(whole.symbol.iri)) }
    if let iri = citation.target.iri { statements.add(node, CiTO.hasCitedEntity, IRI(iri)) }
    statements.add(node, Names.relation, grammar.ontology.relations[place.decision.relation].iri)
    if let paragraph = place.paragraph {
      statements.add(node, Names.inParagraph, identity.part(document.paragraphs[paragraph].fragment))
    }
    let text: String
    let fragment: String
    switch citation.place {
    case .paragraph(let index):
      text = document.paragraphs[index].text
      fragment = document.paragraphs[index].fragment
    case .footnote(let index):
      text = document.footnotes[index].text
      fragment = document.footnotes[index].fragment
      statements.add(node, Names.inFootnote, identity.part(fragment))
    }
    stateWords(node, citation.range, of: text, rule: place.decision.rule.rawValue)
    statements.add(node, Names.readBy, .string(citation.rule.rawValue))
    if let pinpoint = citation.pinpoint { statements.add(node, Names.pinpoint, .string(pinpoint)) }
    if case .unresolved(let reason) = citation.target {
      statements.add(node, Names.reason, .string(reason))
      report(UnresolvedCitation(fragment: fragment, exact: words(citation.range, of: text), reason: reason))
    }
  }

  /// The relation between the documents, and every relation that it is a kind of.
  private mutating func stateRelation(_ citation: Citation, _ decision: RelationDecision) {
    guard let iri = citation.target.iri, iri != identity.iri.value else { return }
    let cited = Term.iri(iri)
    describe(citation.target)
    let relation = grammar.ontology.relations[decision.relation]
    for kind in [relation.iri] + relation.kindsAbove { statements.addOnce(identity.iri, kind, cited) }
    if case .footnote = citation.place { statements.addOnce(identity.iri, Names.footnoteCites, cited) }
  }
}
