extension IRI {
  /// Resolves an IRI reference against a base IRI (RFC 3986 §5.2, on characters, with no normalisation).
  ///
  ///     IRI.resolve("A/RES/73/27", base: "https://undocs.org/")     // https://undocs.org/A/RES/73/27
  ///
  /// A reference with a scheme is taken as it is written, dot segments included: an IRI is known by its characters.
  public static func resolve(_ reference: String, base: String) -> String {
    IRIResolver(base: base).resolve(reference)
  }

  /// Whether a reference begins with a scheme and so needs no base.
  public static func isAbsolute(_ reference: String) -> Bool {
    var reference = reference
    return reference.withUTF8 { schemeLength($0) > 0 }
  }
}
