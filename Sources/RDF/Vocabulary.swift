/// The RDF vocabulary, <http://www.w3.org/1999/02/22-rdf-syntax-ns#>.
public enum RDF {
  public static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  public static let type = IRI(namespace + "type")
  public static let langString = IRI(namespace + "langString")
  public static let first = IRI(namespace + "first")
  public static let rest = IRI(namespace + "rest")
  public static let `nil` = IRI(namespace + "nil")
}

/// RDF Schema.
public enum RDFS {
  public static let namespace = "http://www.w3.org/2000/01/rdf-schema#"
  public static let label = IRI(namespace + "label")
  public static let comment = IRI(namespace + "comment")
  public static let subClassOf = IRI(namespace + "subClassOf")
  public static let subPropertyOf = IRI(namespace + "subPropertyOf")
}

/// XML Schema datatypes (XML Schema 1.1 part 2).
public enum XSD {
  public static let namespace = "http://www.w3.org/2001/XMLSchema#"
  public static let string = IRI(namespace + "string")
  public static let boolean = IRI(namespace + "boolean")
  public static let integer = IRI(namespace + "integer")
  public static let decimal = IRI(namespace + "decimal")
  public static let float = IRI(namespace + "float")
  public static let double = IRI(namespace + "double")
  public static let date = IRI(namespace + "date")
  public static let time = IRI(namespace + "time")
  public static let dateTime = IRI(namespace + "dateTime")
}

/// OWL 2.
public enum OWL {
  public static let namespace = "http://www.w3.org/2002/07/owl#"
}

/// SKOS.
public enum SKOS {
  public static let namespace = "http://www.w3.org/2004/02/skos/core#"
  public static let prefLabel = IRI(namespace + "prefLabel")
  public static let altLabel = IRI(namespace + "altLabel")
  public static let notation = IRI(namespace + "notation")
}

/// Dublin Core terms.
public enum DCTerms {
  public static let namespace = "http://purl.org/dc/terms/"
  public static let identifier = IRI(namespace + "identifier")
  public static let title = IRI(namespace + "title")
  public static let language = IRI(namespace + "language")
  public static let subject = IRI(namespace + "subject")
  public static let hasPart = IRI(namespace + "hasPart")
  public static let isPartOf = IRI(namespace + "isPartOf")
  public static let source = IRI(namespace + "source")
}

/// CiTO, the Citation Typing Ontology.
public enum CiTO {
  public static let namespace = "http://purl.org/spar/cito/"
  public static let citation = IRI(namespace + "Citation")
  public static let hasCitingEntity = IRI(namespace + "hasCitingEntity")
  public static let hasCitedEntity = IRI(namespace + "hasCitedEntity")
}

/// Stemma's own vocabulary (`Ontology/Data/*.ttl` says what each term means) and the base of document IRIs.
public enum Stemma {
  public static let namespace = "https://w3id.org/stemma/ns#"
  /// The base IRI against which `<A/RES/73/27>` is read.
  public static let documents = "https://undocs.org/"

  /// The term `:name`.
  public static func term(_ name: String) -> IRI { IRI(namespace + name) }
}
