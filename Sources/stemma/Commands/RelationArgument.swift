import RDF

/// A relation as people name it on the command line: "recalls", ":recalls", "cito:cites", or its IRI, in brackets or not.
enum RelationArgument {
  static func iri(_ text: String) -> IRI {
    let bare = text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
    if bare.contains("://") { return IRI(bare) }
    if let colon = bare.firstIndex(of: ":"), let namespace = PrefixMap.standard[String(bare[..<colon])] {
      return IRI(namespace + bare[bare.index(after: colon)...])
    }
    return Stemma.term(bare)
  }
}
