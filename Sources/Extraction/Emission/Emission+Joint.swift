import Documents
import RDF

extension Emission {
  /// The printed document that this resolution is a part of: what is known of it, and that each has the other.
  ///
  /// It has the resolution's adoption, which is one for all parts; its other parts state the rest in their own graphs.
  mutating func stateJointDocument(source: String) {
    guard let whole = document.partOf else { return }
    let node = IRI(whole.symbol.iri)
    describe(.document(whole.symbol))
    if let title = whole.title { statements.add(node, DCTerms.title, text(title)) }
    stateAdoption(of: node)
    if !source.isEmpty { statements.add(node, DCTerms.source, .string(source)) }
    statements.add(node, DCTerms.hasPart, identity.iri)
    statements.add(identity.iri, DCTerms.isPartOf, node)
  }
}
