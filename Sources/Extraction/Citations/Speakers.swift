import Documents

/// Who speaks in each text of a document: its organ, or the body of a text quoted whole in it.
///
/// "The General Assembly," opens what that body says: a draft carried in a resolution of another body, a resolution in an
/// annex. A quotation's end, or the end of the annex, gives the floor back.
struct Speakers {
  private let own: Body?
  private var current: Body?
  private var isQuoted = false
  private var wasAnnex = false
  private var footnotes: [Body?]
  private var isMarked: [Bool]

  init(_ document: Document) {
    own = (document.organ ?? document.symbol?.organ).map { .organ($0) }
    current = own
    footnotes = Array(repeating: own, count: document.footnotes.count)
    isMarked = Array(repeating: false, count: document.footnotes.count)
  }

  /// The speaker of the paragraph at `index`, which is the next, and whose text is `text`.
  mutating func speaker(ofParagraph index: Int, in document: Document, _ text: TokenizedText) -> Body? {
    let kind = document.paragraphs[index].kind
    if kind == .annex {
      wasAnnex = true
    } else if wasAnnex && kind != .heading {
      wasAnnex = false
      if !isQuoted { current = own }
    }
    if let (body, quoted) = Speakers.formula(text) {
      current = body
      isQuoted = quoted
    }
    let speaker = current
    for marker in document.paragraphs[index].markers {
      if let note = marker.footnote, footnotes.indices.contains(note), !isMarked[note] {
        isMarked[note] = true
        footnotes[note] = current
      }
    }
    if isQuoted, Speakers.closesQuotation(document.paragraphs[index].text) {
      current = own
      isQuoted = false
    }
    return speaker
  }

  private static func closesQuotation(_ text: String) -> Bool {
    text.hasSuffix("”") || text.hasSuffix("\"") || text.hasSuffix("»")
  }

  /// To be asked for when all paragraphs have been.
  func speaker(ofFootnote index: Int) -> Body? { footnotes[index] }

  /// The body of a paragraph that is nothing but "The General Assembly,", and whether a quotation mark stands before it.
  private static func formula(_ text: TokenizedText) -> (body: Body, quoted: Bool)? {
    guard text.bytes.count < TokenizedText.longestFormula, text.tokens.count <= 4 else { return nil }
    var tokens = text.tokens[...]
    let quoted = tokens.first?.kind == .quoteOpen
    if quoted { tokens = tokens.dropFirst() }
    if tokens.last?.kind == .comma { tokens = tokens.dropLast() }
    if tokens.first?.kind == .word, tokens.first?.word == .the { tokens = tokens.dropFirst() }
    guard let first = tokens.first, first.kind == .body, tokens.count == 1 else { return nil }
    let body = text.lexicon.bodies[Int(first.value)].body
    return body.isShort ? nil : (body, quoted)
  }
}
