import Documents
import Extraction

#if canImport(Glibc)
  import Glibc
#endif

/// A plain-text table of documents and the citations that must be found in them.
///
///     @ General Assembly, 2018-12-05        who speaks, and the day of adoption
///     p Recalling its resolution 43/78 H,   a paragraph (h: a heading, a: an annex paragraph)
///     = A/RES/43/78H                        its citations in order; a pinpoint may follow in [ ]
///     n Ibid., annex II.                    a footnote
///     ? several                             an unresolved citation whose reason holds that word
///
/// A text without `=` or `?` lines cites nothing. `#` starts a comment; an empty line ends a document.
struct CitationTable {
  struct Case: CustomStringConvertible, Sendable {
    var line: Int
    var document: Document
    /// For each text in order: what is expected.
    var expected: [(place: Citation.Place, lines: [String])]
    var description: String { "line \(line)" }
  }

  var cases: [Case] = []

  init(_ name: String, from file: String = #filePath) throws {
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    let text = try CitationTable.contents("/" + folder + "/Tables/" + name + ".txt")
    var current: Case?
    var header = Document()
    func close() {
      if let current { cases.append(current) }
      current = nil
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty { close() }
      guard let sign = line.first, sign != "#" else { continue }
      let rest = String(line.dropFirst(2))
      if sign == "@" {
        close()
        header = CitationTable.header(rest)
        continue
      }
      var one = current ?? Case(line: index + 1, document: header, expected: [])
      switch sign {
      case "n":
        one.expected.append((.footnote(one.document.footnotes.count), []))
        one.document.footnotes.append(
          Footnote(label: "\(one.document.footnotes.count + 1)", fragment: "", text: rest))
      case "=", "?":
        one.expected[one.expected.count - 1].lines.append(String(line))
      default:
        let kinds: [Character: Paragraph.Kind] = ["h": .heading, "a": .annex]
        one.expected.append((.paragraph(one.document.paragraphs.count), []))
        one.document.paragraphs.append(
          Paragraph(kind: kinds[sign] ?? .preambular, ordinal: 1, fragment: "", text: rest))
      }
      current = one
    }
    close()
  }

  /// "General Assembly, 2018-12-05, fr": organ, day and language, the later ones if given.
  private static func header(_ text: String) -> Document {
    var document = Document()
    let parts = text.split(separator: ",").map { String($0.drop { $0 == " " }) }
    document.organ = parts.first.flatMap { Organ(rawValue: $0) }
    for part in parts.dropFirst() {
      if part.utf8.count == 10 { document.adoptedOn = part } else { document.language = part }
    }
    return document
  }

  /// What the finder says of a document, written like the table's own lines.
  static func lines(_ citations: [Citation], at place: Citation.Place) -> [String] {
    citations.filter { $0.place == place }.map { citation in
      if case .unresolved(let reason) = citation.target { return "? " + reason }
      return "= " + (citation.target.identifier ?? "") + (citation.pinpoint.map { " [" + $0 + "]" } ?? "")
    }
  }

  /// Whether `found` is as `expected`: pinpoints count only where they are expected, reasons by a word of them.
  static func agree(_ expected: [String], _ found: [String]) -> Bool {
    guard expected.count == found.count else { return false }
    return zip(expected, found).allSatisfy { want, have in
      if want.hasPrefix("?") { return have.hasPrefix("?") && have.contains(want.dropFirst(2)) }
      return want == have || !want.hasSuffix("]") && have.hasPrefix(want + " [")
    }
  }

  private static func contents(_ path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw TableError.missing(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[0..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  enum TableError: Error { case missing(String) }
}
