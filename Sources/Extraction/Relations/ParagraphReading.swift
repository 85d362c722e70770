import Documents

/// One paragraph read for what governs its parts: its words, its opening and the verbs of the speaking organ.
struct ParagraphReading {
  let sentence: Sentence
  let opening: Opening?
  let governors: [Governor]

  /// - Parameter parent: the reading of the paragraph it is part of.
  init(_ paragraph: Paragraph, parent: ParagraphReading?, grammar: Grammar) {
    var reader = WordReader(grammar)
    var text = paragraph.text
    self = text.withUTF8 { bytes in
      PaddedText.copying(bytes) { text in
        ParagraphReading(
          text, paragraph.kind, under: parent?.governors.last, grammar: grammar, reader: &reader)
      }
    }
  }

  /// - Parameters:
  ///   - under: the last verb of the paragraph it is part of.
  ///   - reader: what has read the texts of other paragraphs, and cuts this one's.
  init(
    _ text: PaddedText, _ kind: Paragraph.Kind, under above: Governor?, grammar: Grammar,
    reader: inout WordReader
  ) {
    let words = reader.words(text)
    sentence = Sentence(words, in: reader.memory, grammar: grammar)
    if kind == .heading {
      opening = nil
      governors = []
      return
    }
    opening = sentence.opening(kind, continues: above != nil)
    governors = sentence.governors(kind, opening: opening, inherited: above)
  }

  /// The verb in whose reach the word at `index` stands: its place among `governors`, of which only the first may be inherited.
  ///
  /// - Complexity: O(log verbs).
  func governor(at index: Int) -> Int? {
    var low = 0
    var high = governors.count
    while low < high {
      let middle = (low + high) / 2
      if governors[middle].isInherited || governors[middle].verb.upperBound <= index {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 ? low - 1 : nil
  }
}
