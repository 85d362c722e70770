/// A literal (RDF 1.1 Concepts §3.3): a lexical form with a datatype, and a language tag where the datatype is `rdf:langString`.
///
///     Literal("recalls")                       // xsd:string
///     Literal("rappelle", language: "fr")
///     Literal("2018-12-05", datatype: XSD.date)
///
/// Equality is term equality: `"1"^^xsd:integer` and `"01"^^xsd:integer` differ. Language tags are kept as written and
/// compared without regard to ASCII case.
public struct Literal: Hashable, Sendable {
  public let lexical: String
  public let datatype: IRI
  public let language: String?

  public init(_ lexical: String, datatype: IRI = XSD.string) {
    self.lexical = lexical
    self.datatype = datatype
    self.language = nil
  }

  public init(_ lexical: String, language: String) {
    self.lexical = lexical
    self.datatype = RDF.langString
    self.language = language
  }

  public static func == (left: Literal, right: Literal) -> Bool {
    left.lexical.isExactly(right.lexical) && left.datatype == right.datatype
      && left.language?.lowercased() == right.language?.lowercased()
  }

  public func hash(into hasher: inout Hasher) {
    lexical.hashExactly(into: &hasher)
    hasher.combine(datatype)
    hasher.combine(language?.lowercased())
  }
}
