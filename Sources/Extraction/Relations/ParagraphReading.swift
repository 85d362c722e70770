import Documents

/// One paragraph read for what governs its parts: its words, its opening and the verbs of the speaking organ.
struct ParagraphReading {
  let sentence: Sentence
  private(set) var opening: Opening?
  private(set) var governors: [Governor] = []

  /// - Parameters:
  ///   - parent: the reading of the paragraph it is part of.
  ///   - isTranslated: whether the text may be French or Spanish.
  init(_ paragraph: Paragraph, parent: ParagraphReading?, grammar: Grammar, isTranslated: Bool = true) {
    var reader = WordReader(grammar)
    var text = paragraph.text
    let sentence = text.withUTF8 { bytes in
      PaddedText.copying(bytes) { reader.sentence($0, grammar, isTranslated: isTranslated) }
    }
    self.init(sentence)
    govern(paragraph.kind, under: parent?.governors.last)
  }

  /// A paragraph whose opening and verbs are not known yet.
  init(_ sentence: Sentence) { self.sentence = sentence }

  /// Finds the opening and the verbs.
  ///
  /// - Parameter above: the last verb of the paragraph it is part of.
  mutating func govern(_ kind: Paragraph.Kind, under above: Governor?) {
    if kind == .heading { return }
    opening = sentence.opening(kind, continues: above != nil)
    governors = sentence.governors(kind, opening: opening, inherited: above)
    if let last = governors.last {
      governors[governors.count - 1].leadAway = Governed(sentence, last).leadAway
    }
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
