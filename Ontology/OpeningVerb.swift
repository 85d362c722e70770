import RDF

/// A verb or phrase that opens paragraphs and governs what is cited in them.
public struct OpeningVerb: Sendable {
  /// The stance classes of `Data/modality.ttl`.
  public enum Stance: String, Sendable {
    case neutral, positive, commitment, endorsement, directive, negative
  }

  public let iri: IRI
  public let label: String
  public let governs: IRI
  public let stance: Stance
  /// Whether it is addressed to somebody who is to act.
  public let isDirective: Bool
  /// As it opens a preambular paragraph, an operative one, a decision: "recalling", "recalls", "recalled"; any language.
  public let preambularForms: [String]
  public let operativeForms: [String]
  public let pastForms: [String]
  /// Those of the forms that are in another language than English, and not in English too.
  public let translatedForms: Set<String>
  /// Whether it opens paragraphs of declarations by its label alone: "Recall resolution 70/1", for "We recall …".
  public let opensBare: Bool

  init(_ entry: OntologyGraph.Entry) throws {
    iri = entry.iri
    label = try entry.label()
    governs = try entry.required("governs")
    let name = try entry.required("stance").value.dropFirst(Stemma.namespace.count)
    guard let stance = Stance(rawValue: String(name)) else { throw entry.missing("known :stance") }
    self.stance = stance
    isDirective = entry.texts("isDirective").first == "true"
    preambularForms = entry.texts("preambularForm")
    operativeForms = entry.texts("operativeForm")
    pastForms = entry.texts("pastForm")
    let forms =
      entry.literals("preambularForm") + entry.literals("operativeForm") + entry.literals("pastForm")
    let isEnglish = { (form: Literal) in form.language == nil || form.language == "en" }
    translatedForms = Set(forms.filter { !isEnglish($0) }.map(\.lexical))
      .subtracting(forms.filter(isEnglish).map(\.lexical))
    opensBare = entry.texts("opensBare").first == "true"
    if preambularForms.isEmpty && operativeForms.isEmpty {
      throw entry.missing(":preambularForm or :operativeForm")
    }
  }
}
