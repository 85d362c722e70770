import Documents
import Extraction

/// A citation as the tables write it: what is cited, and what is said of it.
///
///     = A/RES/70/1 [annex] @2015-09-25 “A new agenda”
///     ? several
struct CitationLine: CustomStringConvertible, Sendable {
  /// The document, or nil where none can be told.
  var target: String?
  /// Why none can be told; in a table a word of it.
  var reason = ""
  var pinpoint: String?
  var date: String?
  var title: String?

  /// A line of a table.
  init(_ line: String) {
    guard line.hasPrefix("= ") else {
      reason = String(line.dropFirst(2))
      return
    }
    var rest = Substring(line.dropFirst(2))
    func cut(_ start: Character, _ end: Character?) -> String? {
      guard let at = rest.lastIndex(of: start), end == nil || rest.last == end else { return nil }
      let part = rest[rest.index(after: at)...].dropLast(end == nil ? 0 : 1)
      rest = rest[..<at].dropLast(1)
      return String(part)
    }
    title = cut("“", "”")
    date = cut("@", nil)
    pinpoint = cut("[", "]")
    target = String(rest)
  }

  /// A citation that was found.
  init(_ citation: Citation, in document: Document) {
    if case .unresolved(let reason) = citation.target { self.reason = reason }
    target = citation.target.identifier
    pinpoint = citation.pinpoint
    date = citation.date
    title = citation.title.map { range in
      let text =
        switch citation.place {
        case .paragraph(let index): document.paragraphs[index].text
        case .footnote(let index): document.footnotes[index].text
        }
      return String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }
  }

  /// Whether `found` is what this line of a table asks for: what the line leaves out does not count.
  func isMet(by found: CitationLine) -> Bool {
    guard let target else { return found.target == nil && found.reason.contains(reason) }
    return target == found.target && (pinpoint ?? found.pinpoint) == found.pinpoint
      && (date ?? found.date) == found.date && (title ?? found.title) == found.title
  }

  var description: String {
    guard let target else { return "? " + reason }
    return target + (pinpoint.map { " [\($0)]" } ?? "") + (date.map { " @\($0)" } ?? "")
      + (title.map { " “\($0)”" } ?? "")
  }
}
