/// The subject of a modal.
extension NormFinder {
  struct Addressee {
    var words: Range<Int>
    /// Whether it stands before an earlier modal: "States must … and should …".
    var isElided: Bool
    /// Whether it is known as a name only, by its capitals.
    var isName = false
  }

  /// The addressee of the modal at `index`: the head of the subject before it.
  func addressee(before index: Int, last: Range<Int>?) -> Addressee? {
    var end = index
    while end > 0, sentence.classes[end - 1].contains(.modifier), !sentence.isAnd(end - 1) {
      end = sentence.before(end)
    }
    // "States continue to have the duty to": what leads to the modal is no name.
    if end > 2, sentence.number(end - 1) == grammar.to { end -= 2 }
    guard end > 0 else { return nil }
    if sentence.isAnd(end - 1) { return last.map { Addressee(words: $0, isElided: true) } }
    if sentence.isMark(end - 1, .comma) {
      guard let open = openingComma(end - 1) else { return nil }
      end = open
    }
    let start = subjectStart(end)
    guard start < end, !isSubordinate(start), !isObject(start) else { return nil }
    return head(start..<end, last: last)
  }

  /// The comma that opens the phrase between subject and modal: "States, in ensuring …, should".
  private func openingComma(_ close: Int) -> Int? {
    var at = close - 1
    while at > 0, close - at < 40, !sentence.isMark(at, .stop), !sentence.isMark(at, .semicolon) {
      if sentence.isMark(at, .comma), sentence.classes[at - 1].contains(.addressee) { return at }
      at -= 1
    }
    return nil
  }

  /// Where the subject that ends at `end` starts: behind a mark, "that", a subordinator or a verb of the speaking organ.
  private func subjectStart(_ end: Int) -> Int {
    let floor = reading.governor(at: end - 1).map { reading.governors[$0].verb.upperBound } ?? 0
    var at = end
    while at > floor, end - at < 30 {
      let last = at - 1
      switch sentence.words[last].kind {
      case .comma where isInName(comma: last, before: end): break
      case .comma, .semicolon, .colon, .stop, .dash, .quoteOpen: return at
      default: break
      }
      if sentence.number(last) == grammar.that || sentence.words[last].traits.contains(.subordinator),
        !isAboutAddressee(last, before: end)
      {
        return at
      }
      at = last
    }
    return at
  }

  /// "the Office for Dry Nations, Lake Countries and Islands": capitals on both sides, and an "and" that ends the list.
  private func isInName(comma: Int, before end: Int) -> Bool {
    guard comma > 0, comma + 1 < end, sentence.words[comma - 1].isCapital, sentence.words[comma + 1].isCapital
    else { return false }
    return (comma + 1..<end - 1).contains { index in
      sentence.isAnd(index) && sentence.words[index + 1].isCapital && sentence.addressee(at: index + 1) == nil
    }
  }

  /// "States that are parties", "States which have not signed": the clause is part of the subject that ends at `end`.
  private func isAboutAddressee(_ opener: Int, before end: Int) -> Bool {
    opener > 0 && opener + 1 < end && sentence.classes[opener - 1].contains(.addressee)
      && sentence.words[opener + 1].traits.contains(.finite)
  }

  /// Whether a verb of the speaking organ stands right before: what it governs is no subject of a modal.
  private func isObject(_ start: Int) -> Bool {
    guard start > 0, let governor = reading.governor(at: start) else { return false }
    return reading.governors[governor].verb.upperBound == start
  }

  /// Whether a condition, a question or a purpose governs the clause that starts at `start`.
  private func isSubordinate(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let last = start - 1
    if sentence.words[last].traits.contains(.subordinator) || sentence.number(last) == grammar.as {
      return true
    }
    return sentence.number(last) == grammar.that && last > 0
      && sentence.words[last - 1].traits.contains(.purpose)
  }

  /// The addressee that heads the subject: only determiners and adjectives may stand before it.
  private func head(_ subject: Range<Int>, last: Range<Int>?) -> Addressee? {
    for index in subject {
      // "the Commission, as a body of the Council", "including its agencies"
      if sentence.number(index) == grammar.as || sentence.classes[index].contains(.member) { return nil }
      if sentence.classes[index].contains(.pronoun) {
        return index == subject.lowerBound ? last.map { Addressee(words: $0, isElided: false) } : nil
      }
      if let words = sentence.addressee(at: index) {
        // "the Secretary-General's report": what is his is not he.
        guard index - subject.lowerBound < 6, !sentence.words[words.upperBound - 1].isPossessive,
          let end = end(of: words, in: subject)
        else { return nil }
        let start =
          subject.first {
            sentence.classes[$0].isDisjoint(with: [.modifier, .aside, .conjunction, .relative])
          } ?? index
        return Addressee(words: min(start, index)..<end, isElided: false)
      }
      if sentence.isPreposition(index) { break }
    }
    return name(subject)
  }

  /// A body that no list has, known by its capitals: "the Monitoring Team", "UNMISS"; no document ("the Convention").
  private func name(_ subject: Range<Int>) -> Addressee? {
    let start = subject.first { !sentence.words[$0].traits.contains(.article) } ?? subject.upperBound
    guard start < subject.upperBound, sentence.words[start].isCapital,
      // A capital may be the sentence's.
      start > subject.lowerBound || start > 0 && sentence.words[start - 1].kind == .word
    else { return nil }
    let whole = sentence.fullName(start..<start + 1, before: subject.upperBound)
    let head = (start..<whole.upperBound).prefix { sentence.words[$0].isCapital }.upperBound - 1
    guard whole.upperBound == subject.upperBound, !sentence.words[whole.upperBound - 1].isPossessive,
      sentence.classes[head].isDisjoint(with: [.documentNoun, .part, .occasion, .reportNoun, .undertaking])
    else { return nil }
    return Addressee(words: subject.lowerBound..<whole.upperBound, isElided: false, isName: true)
  }

  /// Where the addressee ends whose head is at `words`: with the subject, but for a clause that tells of it; nil where another noun
  /// is the subject's head ("United Nations activities").
  private func end(of words: Range<Int>, in subject: Range<Int>) -> Int? {
    let next = words.upperBound
    guard next < subject.upperBound else { return next }
    let goesOn =
      sentence.isPreposition(next) || sentence.isShort(next) || sentence.words[next].isCapital
      || sentence.words[next].kind != .word
      || !sentence.classes[next].isDisjoint(with: [
        .conjunction, .addressee, .relative, .qualifier, .contentParticiple, .demotingParticiple,
      ]) || sentence.number(next) == grammar.that
    guard goesOn else { return nil }
    return (next..<subject.upperBound).first { index in
      sentence.classes[index].contains(.relative) || sentence.number(index) == grammar.that
    } ?? subject.upperBound
  }
}
