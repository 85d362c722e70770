import Ontology

/// Finds norms: an addressee with a modal that binds, permits or entitles it.
struct NormFinder {
  /// In words: what runs on longer without a mark is no clause but a damaged text, whose clauses would overlap without bound.
  static let longestClause = 1_000

  let reading: ParagraphReading

  init(_ reading: ParagraphReading) { self.reading = reading }

  var sentence: Sentence { reading.sentence }
  var grammar: Grammar { sentence.grammar }

  /// The norm that a paragraph holds; nil where it holds none.
  ///
  /// - Parameter isWhole: whether the paragraph has no opening verb, so that all of it is the norm's text.
  /// - Complexity: O(words).
  func norm(isWhole: Bool) -> NormReading? {
    guard sentence.traits.contains(.startsModal) else { return nil }
    var clauses: [NormClause] = []
    var span = 0..<0
    var subject: Range<Int>?
    // Of a modal that another one joins: "must and should".
    var joined: Modal.Modality?
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
      var modality = modality(grammar.ontology.modals[Int(value)].modality, of: found)
      if modality == .permission, isRelative(found) { continue }
      // What is done to a body that no list has need not bind it.
      if found.isName, at < sentence.count, sentence.number(at) == grammar.be { continue }
      subject = found.words
      if joined == .obligation, modality == .recommendation { modality = .obligation }
      joined = nil
      let stop = clauseEnd(at)
      guard stop > at else {
        joined = modality
        continue
      }
      // What is to be done may stand in sub-paragraphs: "shall:".
      guard (at..<stop).contains(where: { sentence.words[$0].kind == .word }) else { continue }
      let start = found.isElided ? modal : found.words.lowerBound
      span = clauses.isEmpty ? start..<stop : span.lowerBound..<stop
      clauses.append(
        NormClause(
          modality: modality, addressee: sentence.bytes(found.words),
          action: sentence.bytes(at..<stop), range: sentence.bytes(start..<stop)))
    }
    guard !clauses.isEmpty else { return nil }
    if isWhole { span = 0..<sentence.count }
    return NormReading(clauses: clauses, range: sentence.bytes(span), words: span)
  }

  /// "No State shall" forbids as "shall not" does.
  private func modality(_ modality: Modal.Modality, of addressee: Addressee) -> Modal.Modality {
    guard sentence.number(addressee.words.lowerBound) == grammar.no else { return modality }
    return modality == .declaration ? .declaration : .prohibition
  }

  /// Whether the clause tells of a noun or of a purpose: "the help that States may want", "to ensure that persons may enjoy". The
  /// organ's own "that" stands behind its verb or a conjunction.
  private func isRelative(_ addressee: Addressee) -> Bool {
    let that = addressee.words.lowerBound - 1
    guard !addressee.isElided, that > 0, sentence.number(that) == grammar.that,
      sentence.words[that - 1].kind == .word, !sentence.classes[that - 1].contains(.conjunction),
      let governor = reading.governor(at: that)
    else { return false }
    return sentence.afterAsides(reading.governors[governor].verb.upperBound) != that
  }

  /// The end of the clause whose modal ends at `index`: before a joined modal, a joined "that" or the organ's next verb, or at the
  /// sentence's end; `index` where none is in reach.
  private func clauseEnd(_ index: Int) -> Int {
    let limit = nextVerb(index).map(sentence.end(before:)) ?? sentence.count
    var hasThat = false
    var at = index
    while at < limit, !sentence.isMark(at, .stop), !sentence.isMark(at, .semicolon) {
      if at - index > NormFinder.longestClause { return index }
      if at > index, sentence.isAnd(at - 1), grammar.modals.longest(in: sentence.words, at: at) != nil {
        return at - 1
      }
      if sentence.number(at) == grammar.that {
        // "must ensure that A and that B" is one clause, "must act, that others should" and "must act and that others should" two.
        if !hasThat, at > index, sentence.isAnd(at - 1) || sentence.isMark(at - 1, .comma) {
          return sentence.end(before: at)
        }
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
