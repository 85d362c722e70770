/// Puts a document together: paragraphs from placed blocks, footnotes, and the markers that lead from one to the other.
enum DocumentAssembler {
  /// - Parameter notes: every note of the file; the document keeps those it refers to, or all where it is the only one.
  static func document(header: HeaderReader, blocks: [Block], notes: [Note], isOnly: Bool) -> Document {
    var document = Document()
    fill(&document, from: header)
    var builder = DocumentBuilder()
    for block in blocks { builder.add(block) }
    document.paragraphs = builder.paragraphs
    var indexOfLabel: [String: Int] = [:]
    for (index, note) in notes.enumerated() where indexOfLabel[note.label] == nil {
      indexOfLabel[note.label] = index
    }
    var kept: [Int] = isOnly ? Array(notes.indices) : []
    var isKept = Set(kept)
    for paragraph in document.paragraphs {
      for marker in paragraph.markers {
        if let index = marker.footnote ?? indexOfLabel[marker.label], isKept.insert(index).inserted {
          kept.append(index)
        }
      }
    }
    kept.sort()
    let position = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($0.element, $0.offset) })
    for paragraph in document.paragraphs.indices {
      for marker in document.paragraphs[paragraph].markers.indices {
        let found = document.paragraphs[paragraph].markers[marker]
        let index = found.footnote ?? indexOfLabel[found.label]
        document.paragraphs[paragraph].markers[marker].footnote = index.flatMap { position[$0] }
      }
    }
    document.footnotes = footnotes(kept.map { notes[$0] })
    document.reissue = Reissue.number(document.footnotes)
    return document
  }

  private static func fill(_ document: inout Document, from header: HeaderReader) {
    document.symbol = header.symbol
    document.symbolSource = document.symbol == nil ? .none : header.isSymbolInferred ? .inferred : .printed
    document.title = header.title
    document.language = header.language ?? document.language
    document.organ = header.documentOrgan
    document.adoptedOn = header.adoptedOn
    document.session = header.session ?? document.symbol?.session
    document.agendaItem = header.agendaItem
    document.meeting = header.meeting
    document.draft = header.draft
    document.committeeReport = header.committeeReport
  }

  private static func footnotes(_ notes: [Note]) -> [Footnote] {
    var names = UniqueNames()
    return notes.map { note in
      let name =
        note.label.allSatisfy { $0 == "*" } ? String(repeating: "x", count: note.label.count) : note.label
      return Footnote(
        label: note.label, fragment: names.take("fn\(name)"),
        text: String(decoding: note.text.bytes, as: UTF8.self),
        links: note.text.links)
    }
  }
}
