import RDF

/// A relation as people name it on the command line: "recalls", ":recalls", "cito:cites", or its IRI, in brackets or not.
enum RelationArgument {
  static func iri(_ text: String) -> IRI {
    let written = WrittenIRI(text)
    return written.iri ?? Stemma.term(written.bare)
  }
}
