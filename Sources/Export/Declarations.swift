import RDF

/// What a graph declares itself: properties and an ontology.
struct Declarations {
  private var properties = TermTable()
  private(set) var hasOntology = false

  /// Notes that `subject` is of class `type`.
  mutating func note(_ subject: TermBytes, isA type: TermBytes) {
    let owl = OWL.namespace.utf8
    guard subject.kind == .iri, type.kind == .iri, type.lexical.starts(with: owl) else { return }
    let local = type.lexical[owl.count...]
    if local.elementsEqual("Ontology".utf8) { hasOntology = true }
    if local.count > 8, local.suffix(8).elementsEqual("Property".utf8) { _ = properties.insert(subject) }
  }

  mutating func merge(_ other: Declarations) {
    hasOntology = hasOntology || other.hasOntology
    for index in 0..<other.properties.count { other.properties.withTerm(index) { _ = properties.insert($0) } }
  }

  /// The class in OWL that a property is to be declared with; nil where the graph or OWL 2 itself has it. One with resources and
  /// literals is an annotation property, since OWL 2 DL allows it no other class.
  func missing(_ property: TermBytes, _ element: ElementNames.Element) -> StaticString? {
    if properties.index(of: property) != nil || isBuiltIn(property.lexical) { return nil }
    switch (element.hasResources, element.hasLiterals) {
    case (true, false): return "ObjectProperty"
    case (false, true): return "DatatypeProperty"
    default: return "AnnotationProperty"
    }
  }

  /// OWL 2's reserved vocabulary is not declared (OWL 2 Structural Specification §2.4).
  private func isBuiltIn(_ iri: TextBytes) -> Bool {
    [RDF.namespace, RDFS.namespace, OWL.namespace].contains { iri.starts(with: $0.utf8) }
  }
}
