import Diagnostics

/// `name: <iri>`, as after `.prefix`.
enum PrefixDeclaration {
  /// - Throws: the usage line where the text has another shape.
  static func parse(_ text: String) throws -> (name: String, namespace: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      let iri = parts[1].drop { $0 == " " }
      let name = parts[0]
      if iri.hasPrefix("<"), iri.hasSuffix(">"), !name.contains(" "),
        !iri.dropFirst().dropLast().contains(where: { "<> \"{}".contains($0) })
      {
        return (String(name), String(iri.dropFirst().dropLast()))
      }
    }
    throw ShellCommand.missing("prefix", "NAME: <IRI>")
  }
}
