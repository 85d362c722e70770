import Documents

@testable import Extraction
@testable import Ontology

/// A paragraph written for a table: `[ ]` around citations, `{ }` for a footnote with the document it cites,
/// "Supplement No. 53 (A/72/53), chap. IV" too.
struct SampleParagraph {
  static let grammar: Grammar = {
    guard let ontology = try? Ontology.bundled() else {
      preconditionFailure("the bundled ontology does not load")
    }
    return Grammar(ontology)
  }()

  var paragraph: Paragraph
  var footnotes: [Footnote] = []
  var citations: [Citation] = []

  /// - Parameters:
  ///   - kind: "P", "O", "D" or "S".
  ///   - number: its index in the document.
  ///   - notes: how many footnotes stand before.
  init(_ kind: String, _ marked: String, number: Int, notes: Int) {
    var text: [UInt8] = []
    var note: [UInt8]?
    var open = 0
    paragraph = Paragraph(
      kind: kind == "P" ? .preambular : .operative, ordinal: number + 1, fragment: "p\(number)", text: "")
    if kind == "S" { paragraph.parent = number - 1 }
    for byte in marked.utf8 {
      switch byte {
      case UInt8(ascii: "["): open = text.count
      case UInt8(ascii: "]"):
        let isAct = String(decoding: text[open...], as: UTF8.self).contains("resolution")
        let symbol = "\(isAct ? "A/RES/99" : "X/\(number)")/\(citations.count + 1)"
        let target = Target.document(Symbol(canonical: symbol))
        citations.append(
          Citation(
            place: .paragraph(number), range: open..<text.count, target: target, rule: .symbol,
            phrase: open..<text.count))
      case UInt8(ascii: "{"): note = []
      case UInt8(ascii: "}"):
        let symbol = String(decoding: note ?? [], as: UTF8.self)
        let label = String(notes + footnotes.count + 1)
        paragraph.markers.append(Marker(offset: text.count, footnote: notes + footnotes.count, label: label))
        var citation = Citation(
          place: .footnote(notes + footnotes.count), range: 0..<symbol.utf8.count,
          target: .document(Symbol(canonical: symbol)), rule: .symbol, phrase: 0..<symbol.utf8.count)
        if let bracket = symbol.firstIndex(of: "("), let end = symbol.firstIndex(of: ")"),
          symbol.hasPrefix("Supplement")
        {
          citation.target = .document(Symbol(canonical: String(symbol[symbol.index(after: bracket)..<end])))
          citation.isSupplement = true
          citation.pinpoint = String(symbol[end...].dropFirst(3))
        }
        citations.append(citation)
        footnotes.append(Footnote(label: label, fragment: "fn" + label, text: symbol))
        note = nil
      default:
        if note == nil { text.append(byte) } else { note?.append(byte) }
      }
    }
    paragraph.text = String(decoding: text, as: UTF8.self)
    // As the finder gives them: those of the paragraph, then those of the footnotes.
    let own = Citation.Place.paragraph(number)
    citations = citations.filter { $0.place == own } + citations.filter { $0.place != own }
  }
}

extension ParagraphReading {
  /// A paragraph without citations, read by the bundled ontology.
  ///
  /// - Parameter isTranslated: whether it may be French or Spanish.
  init(_ kind: String, _ text: String, isTranslated: Bool = true) {
    let parent = ParagraphReading(
      Paragraph(kind: .operative, ordinal: 1, fragment: "op1", text: "Welcomes the following:"), parent: nil,
      grammar: SampleParagraph.grammar)
    let paragraph = SampleParagraph(kind, text, number: 1, notes: 0).paragraph
    self.init(
      paragraph, parent: kind == "S" ? parent : nil, grammar: SampleParagraph.grammar,
      isTranslated: isTranslated)
  }
}
