import RDF

/// An IRI as people write one on the command line: in full or behind a standard prefix, in angle brackets or not.
struct WrittenIRI {
  /// The text without its brackets.
  let bare: String

  init(_ text: String) {
    bare = text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
  }

  /// Nil for a name that is neither in full nor behind a standard prefix.
  var iri: IRI? {
    if bare.contains("://") { return IRI(bare) }
    guard let colon = bare.firstIndex(of: ":"), let namespace = PrefixMap.standard[String(bare[..<colon])]
    else { return nil }
    return IRI(namespace + bare[bare.index(after: colon)...])
  }
}
