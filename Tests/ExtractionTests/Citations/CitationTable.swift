import Documents
import Extraction

#if canImport(Glibc)
  import Glibc
#endif

/// A plain-text table of documents and the citations that must be found in them.
///
///     @ General Assembly, 2018-12-05        who speaks, and the day of adoption
///     ~ a letter behind a blank             what the row is about, and the document that it is made after
///     p Recalling its resolution 43/78 H,   a paragraph (h: a heading, a: an annex paragraph)
///     = A/RES/43/78H                        its citations in order: symbol [pinpoint] @date “title”, all but the symbol only where they matter
///     n Ibid., annex II.                    a footnote
///     ? several                             an unresolved citation whose reason holds that word
///     > 73/27. Quiet seas                   a line of a text that is read as a file; its citations stand below the last
///
/// A text without `=` or `?` lines cites nothing. `#` starts a comment; an empty line ends a row.
struct CitationTable {
  /// A row: a document and what it must be found to cite.
  struct Case: CustomStringConvertible, Sendable {
    var line: Int
    var name = ""
    var document: Document
    /// The lines of a file, for rows that are read from one.
    var file: [String] = []
    /// For each text in order, what is expected; a file counts as one text, at no place.
    var expected: [(place: Citation.Place?, lines: [CitationLine])]
    var description: String { "line \(line)" + (name.isEmpty ? "" : " (\(name))") }

    /// The row's document, or those of its file.
    func documents() throws -> [Document] {
      guard !file.isEmpty else { return [document] }
      return try DocumentReader.read(Array(file.joined(separator: "\n").utf8), name: "row")
    }

    /// What is found: at each place in turn, or in all documents of the file.
    func found() throws -> [[CitationLine]] {
      if !file.isEmpty { return [try documents().flatMap(CitationTable.lines)] }
      let lines = zip(CitationFinder().citations(in: document), CitationTable.lines(document))
      return expected.map { text in lines.filter { $0.0.place == text.place }.map(\.1) }
    }
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
      case "~": one.name = rest
      case ">":
        if one.file.isEmpty { one.expected.append((nil, [])) }
        one.file.append(rest)
      case "n":
        one.expected.append((.footnote(one.document.footnotes.count), []))
        one.document.footnotes.append(
          Footnote(label: "\(one.document.footnotes.count + 1)", fragment: "", text: rest))
      case "=", "?":
        one.expected[one.expected.count - 1].lines.append(CitationLine(String(line)))
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

  static func lines(_ document: Document) -> [CitationLine] {
    CitationFinder().citations(in: document).map { CitationLine($0, in: document) }
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
