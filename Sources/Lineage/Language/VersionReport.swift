/// The versions of a paragraph as something to read.
public struct VersionReport: Sendable {
  let versions: [ParagraphVersion]
  let isColoured: Bool

  /// - Parameter versions: the latest first.
  public init(_ versions: [ParagraphVersion], isColoured: Bool = false) {
    self.versions = versions
    self.isColoured = isColoured
  }

  /// Each version under its document and date, with what changed since the one before, down to where the language first appears.
  public var text: String {
    let marks = DiffMarks(isColoured: isColoured)
    return versions.map { version in
      let place = "\(version.document.symbol) \(version.passage.label)"
      let date = version.document.adoptedOn.map { " (\($0))" } ?? ""
      guard let origin = version.origin else {
        return "\(place)\(date)  first appearance\n  \(version.passage.text)\n"
      }
      let words =
        version.change == .modified
        ? marks.text(of: WordDiff(from: origin.passage.text, to: version.passage.text))
        : version.passage.text
      return "\(place)\(date)  \(origin.note(in: version.passage))\n  \(words)\n"
    }.joined(separator: "\n")
  }
}
