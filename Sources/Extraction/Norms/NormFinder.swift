import Ontology

/// Finds norms: an addressee with a modal that binds, permits or entitles it.
struct NormFinder {
  /// In words: what runs on longer without a mark is no clause but a damaged text, whose clauses would overlap without bound.
  static let longestClause = 1_000

  private let reading: ParagraphReading

  init(_ reading: ParagraphReading) { self.reading = reading }

  private var sentence: Sentence { reading.sentence }
  private var grammar: Grammar { sentence.grammar }

  /// The norm that a paragraph holds; nil where it holds none.
  ///
  /// - Parameter isWhole: whether the paragraph has no opening verb, so that all of it is the norm's text.
  /// - Complexity: O(words).
  func norm(isWhole: Bool) -> NormReading? {
    guard sentence.traits.contains(.startsModal) else { return nil }
    var clauses: [NormClause] = []
    var span = 0..<0
    var subject: Range<Int>?
    var at = 0
    while true {
      // Between modals and the marks that end clauses nothing is to be seen.
      at = sentence.words.next(at, with: [.startsModal, .endsClause])
      guard at < sentence.count else { break }
      if sentence.isMark(at, .stop) || sentence.isMark(at, .semicolon) { subject = nil }
      // "27 May 2017", "Weapons Which May Be Deemed": a month, a word in a name.
      guard sentence.words[at].traits.contains(.startsModal), !sentence.words[at].isCapital,
        let match = grammar.modals.longest(in: sentence.words, at: at)
      else {
        at += 1
        continue
      }
      let modal = at
      at += match.length
      guard let value = grammar.modals.values(at: match.node).first, value >= 0,
        let found = addressee(before: modal, last: subject)
      else { continue }
      subject = found.words
      let stop = clauseEnd(at)
      guard stop > at else { continue }
      let start = found.isElided ? modal : found.words.lowerBound
      span = clauses.isEmpty ? start..<stop : span.lowerBound..<stop
      clauses.append(
        NormClause(
          modality: grammar.ontology.modals[Int(value)].modality, addressee: sentence.bytes(found.words),
          action: sentence.bytes(at..<stop), range: sentence.bytes(start..<stop)))
    }
    guard !clauses.isEmpty else { return nil }
    if isWhole { span = 0..<sentence.count }
    return NormReading(clauses: clauses, range: sentence.bytes(span), words: span)
  }

  // MARK: Addressee

  private struct Addressee {
    var words: Range<Int>
    /// Whether it stands before an earlier modal: "States must … and should …".
    var isElided: Bool
  }

  /// The addressee of the modal at `index`: the head of the subject before it.
  private func addressee(before index: Int, last: Range<Int>?) -> Addressee? {
    var end = index
    while end > 0, sentence.classes[end - 1].contains(.modifier), !isAnd(end - 1) {
      end = sentence.before(end)
    }
    guard end > 0 else { return nil }
    if isAnd(end - 1) { return last.map { Addressee(words: $0, isElided: true) } }
    if sentence.isMark(end - 1, .comma) {
      guard let open = openingComma(end - 1) else { return nil }
      end = open
    }
    let start = subjectStart(end)
    guard start < end, !isSubordinate(start), !isObject(start) else { return nil }
    return head(start..<end, last: last)
  }

  private func isAnd(_ index: Int) -> Bool { sentence.number(index) == grammar.and }

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
      isAnd(index) && sentence.words[index + 1].isCapital && sentence.addressee(at: index + 1) == nil
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
    if sentence.words[last].traits.contains(.subordinator) { return true }
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
        guard index - subject.lowerBound < 6, !sentence.words[words.upperBound - 1].isPossessive else {
          return nil
        }
        let start =
          subject.first { sentence.classes[$0].isDisjoint(with: [.modifier, .aside, .conjunction]) } ?? index
        var end = sentence.fullName(words, before: subject.upperBound).upperBound
        if end < subject.upperBound, sentence.isMark(end, .comma),
          isInName(comma: end, before: subject.upperBound)
        {
          end = subject.upperBound
        }
        return Addressee(words: min(start, index)..<end, isElided: false)
      }
      if sentence.isPreposition(index) { return nil }
    }
    return nil
  }

  // MARK: Action

  /// The end of the clause whose modal ends at `index`: before a joined modal, a joined "that" or the organ's next verb, or at the
  /// sentence's end; `index` where none is in reach.
  private func clauseEnd(_ index: Int) -> Int {
    let limit = nextVerb(index).map(sentence.end(before:)) ?? sentence.count
    var hasThat = false
    var at = index
    while at < limit, !sentence.isMark(at, .stop), !sentence.isMark(at, .semicolon) {
      if at - index > NormFinder.longestClause { return index }
      if at > index, isAnd(at - 1), grammar.modals.longest(in: sentence.words, at: at) != nil {
        return at - 1
      }
      if sentence.number(at) == grammar.that {
        // "must ensure that A and that B" is one clause, "must act and that others should" are two.
        if !hasThat, at > index, isAnd(at - 1) { return sentence.end(before: at) }
        hasThat = true
      }
      at += 1
    }
    return at
  }

  /// Where the organ's first verb behind `index` stands.
  private func nextVerb(_ index: Int) -> Int? {
    let next = reading.governor(at: index).map { $0 + 1 } ?? reading.governors.startIndex
    return reading.governors[next...].first { $0.verb.lowerBound >= index }?.verb.lowerBound
  }
}

extension Sentence {
  /// The addressee whose name starts at `index`.
  func addressee(at index: Int) -> Range<Int>? {
    guard classes[index].contains(.addressee), starts[index] == index else { return nil }
    return index..<ends[index]
  }

  /// A name with what belongs to it by capitals: "Department of Lakes", "President of the General Assembly".
  func fullName(_ name: Range<Int>, before limit: Int) -> Range<Int> {
    var end = name.upperBound
    while end + 1 < limit, isShort(end), !classes[end].contains(.conjunction) {
      var at = words[end + 1].traits.contains(.article) ? end + 2 : end + 1
      guard at < limit, words[at].isCapital else { break }
      while at < limit, words[at].isCapital || isAnd(at) && at + 1 < limit && words[at + 1].isCapital {
        at += 1
      }
      end = at
    }
    return name.lowerBound..<end
  }

  /// A word such as "of", "for" and "on".
  private func isShort(_ index: Int) -> Bool {
    words[index].kind == .word && !words[index].isCapital && words[index].end - words[index].start <= 3
  }

  private func isAnd(_ index: Int) -> Bool { number(index) == grammar.and }

  /// Where a clause ends that another verb follows at `index`: before the conjunction, the modifiers and asides that lead to it.
  func end(before index: Int) -> Int {
    var at = index
    while at > 0, number(at - 1) != grammar.of,
      isMark(at - 1, .comma) || isMark(at - 1, .semicolon)
        || !classes[at - 1].isDisjoint(with: [.conjunction, .modifier, .intensifier, .aside])
    {
      at = before(at)
    }
    return at
  }

  /// The UTF-8 offsets of a range of words without marks at its ends.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end - 1 > start, isPause(end - 1) { end -= 1 }
    while start < end - 1, isPause(start) { start += 1 }
    return Int(words[start].start)..<Int(words[end - 1].end)
  }

  private func isPause(_ index: Int) -> Bool {
    switch words[index].kind {
    case .comma, .semicolon, .colon, .stop, .dash: true
    default: false
    }
  }
}
