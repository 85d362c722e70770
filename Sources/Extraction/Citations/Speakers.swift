import Documents

/// Who speaks in each text of a document: its organ, or the body of a text quoted whole in it.
///
/// "The General Assembly," opens what that body says: a draft carried in a resolution of another body, a resolution in an
/// annex. A quotation's end, or the end of the annex, gives the floor back.
struct Speakers {
  private let paragraphs: [Body?]
  private var footnotes: [Body?]

  init(_ document: Document) {
    let lexicon = Lexicon.of(document.language)
    let own: Body? = (document.organ ?? document.symbol?.organ).map { .organ($0) }
    var current = own
    var isQuoted = false
    var wasAnnex = false
    var speakers: [Body?] = []
    var notes = [Body?](repeating: own, count: document.footnotes.count)
    var seen = Set<Int>()
    for paragraph in document.paragraphs {
      if paragraph.kind == .annex {
        wasAnnex = true
      } else if wasAnnex && paragraph.kind != .heading {
        wasAnnex = false
        if !isQuoted { current = own }
      }
      if let (body, quoted) = Speakers.formula(paragraph.text, lexicon) {
        current = body
        isQuoted = quoted
      }
      speakers.append(current)
      for marker in paragraph.markers {
        if let note = marker.footnote, notes.indices.contains(note), seen.insert(note).inserted {
          notes[note] = current
        }
      }
      if isQuoted,
        paragraph.text.hasSuffix("”") || paragraph.text.hasSuffix("\"") || paragraph.text.hasSuffix("»")
      {
        current = own
        isQuoted = false
      }
    }
    self.paragraphs = speakers
    footnotes = notes
  }

  func speaker(ofParagraph index: Int) -> Body? { paragraphs[index] }

  func speaker(ofFootnote index: Int) -> Body? { footnotes[index] }

  /// The body of a paragraph that is nothing but "The General Assembly,", and whether a quotation mark stands before it.
  private static func formula(_ text: String, _ lexicon: Lexicon) -> (body: Body, quoted: Bool)? {
    guard text.utf8.count < 120 else { return nil }
    var tokens = TokenizedText(text, lexicon: lexicon).tokens[...]
    let quoted = tokens.first?.kind == .quoteOpen
    if quoted { tokens = tokens.dropFirst() }
    if tokens.last?.kind == .comma { tokens = tokens.dropLast() }
    if tokens.first?.kind == .word, tokens.first?.word == .the { tokens = tokens.dropFirst() }
    guard let first = tokens.first, first.kind == .body, tokens.count == 1 else { return nil }
    let body = lexicon.bodies[Int(first.value)].body
    return body.isShort ? nil : (body, quoted)
  }
}
