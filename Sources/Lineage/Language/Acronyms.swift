/// The acronyms that a document defines, "information and communications technologies (ICTs)", and texts with them spelled out.
///
/// A definition is capitals in parentheses of which each begins a word right before them; small words of up to three letters
/// between those count for nothing (after Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions",
/// 2003, held to the beginnings of words, as the UN writes). A use without the final "s" of the definition, or of a definition in the
/// plural, stands for the singular: "ICT capabilities" is "information and communications technology capabilities".
struct Acronyms {
  private struct Meaning {
    var plural: [UInt64]
    var singular: [UInt64]
  }

  /// By the acronym's identity in the singular.
  private var meanings: [UInt64: Meaning] = [:]

  /// Reads the definitions in a document's texts; the first of an acronym counts.
  init(in texts: [WordList]) {
    for text in texts {
      for index in text.words.indices {
        guard let acronym = Acronym(text, index), acronym.isInParentheses,
          let start = Acronyms.start(of: acronym, in: text, before: index), meanings[acronym.identity] == nil
        else { continue }
        let words = Array(text.words[start..<index])
        var singular = words
        singular[singular.count - 1] = WordList.identity(of: Acronyms.singular(text.word(index - 1)))
        meanings[acronym.identity] = Meaning(
          plural: words, singular: acronym.isPlural ? singular : words)
      }
    }
  }

  /// The words of a text of the document, acronyms spelled out where they stand alone and left out where they are defined.
  func expand(_ text: WordList) -> [UInt64] {
    if meanings.isEmpty { return text.words }
    var words: [UInt64] = []
    words.reserveCapacity(text.count)
    for index in text.words.indices {
      guard let acronym = Acronym(text, index), let meaning = meanings[acronym.identity] else {
        words.append(text.words[index])
        continue
      }
      if acronym.isInParentheses, Acronyms.start(of: acronym, in: text, before: index) != nil { continue }
      words += acronym.isPlural ? meaning.plural : meaning.singular
    }
    return words
  }

  /// The first of the words before `index` whose beginnings are the acronym's letters; nil where they are not.
  private static func start(of acronym: Acronym, in text: WordList, before index: Int) -> Int? {
    var word = index - 1
    for (position, letter) in acronym.letters.reversed().enumerated() {
      // "Office of the …": a small word is passed over where the one before it has the letter too.
      while position > 0, word > 0, text.word(word).count <= 3,
        !begins(text.word(word), with: letter) || begins(text.word(word - 1), with: letter)
      { word -= 1 }
      guard word >= 0, begins(text.word(word), with: letter) else { return nil }
      word -= 1
    }
    return word + 1
  }

  private static func begins(_ word: ArraySlice<UInt8>, with capital: UInt8) -> Bool {
    word.first.map { $0 == capital || $0 == capital | 0x20 } ?? false
  }

  /// A plural in the singular by Harman's S-stemmer ("How effective is suffixing?", 1991).
  private static func singular(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func ends(_ suffix: StaticString) -> Bool {
      word.count > suffix.utf8CodeUnitCount
        && suffix.withUTF8Buffer { zip(word.suffix($0.count), $0).allSatisfy { $0 | 0x20 == $1 } }
    }
    if ends("ies"), !ends("eies"), !ends("aies") { return word.dropLast(3) + [UInt8(ascii: "y")] }
    if ends("es"), !ends("aes"), !ends("ees"), !ends("oes") { return word.dropLast() }
    if ends("s"), !ends("us"), !ends("ss") { return word.dropLast() }
    return word
  }
}

/// Two to eight capitals, with or without the "s" of the plural.
private struct Acronym {
  let letters: ArraySlice<UInt8>
  let isPlural: Bool
  let isInParentheses: Bool

  init?(_ text: WordList, _ index: Int) {
    let word = text.word(index)
    let isPlural = word.last == UInt8(ascii: "s")
    let letters = isPlural ? word.dropLast() : word
    guard (2...8).contains(letters.count), letters.allSatisfy(WordList.isUpper) else { return nil }
    self.letters = letters
    self.isPlural = isPlural
    isInParentheses = text.isInParentheses(index)
  }

  /// The same in singular and plural.
  var identity: UInt64 { WordList.identity(of: letters) }
}
