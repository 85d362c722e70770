/// Finds directives: verbs of the organ's own that tell somebody to do something.
///
/// The addressee is whole, with its list and the clause that tells it from others, and without how and when it is to act.
struct DirectiveFinder {
  /// Whom a verb tells, as words of the paragraph, and the first word of what to do; the paragraph's end where the list below tells.
  struct Order {
    var addressee: Range<Int>
    var action: Int
    /// Whether it is a clause, whose verb is bare: "that all parties cease …".
    var isClause = false
  }

  /// In words: further from its verb no addressee and no action is looked for, so that long texts take no more than their length.
  static let reach = 600

  let reading: ParagraphReading
  /// The paragraph's text.
  let text: UnsafeBufferPointer<UInt8>

  var sentence: Sentence { reading.sentence }
  var grammar: Grammar { sentence.grammar }

  init(_ reading: ParagraphReading, _ text: UnsafeBufferPointer<UInt8>) {
    self.reading = reading
    self.text = text
  }

  /// The directives of the paragraph, one for each verb that is addressed to somebody, and whom the list below it is addressed to.
  ///
  /// - Parameter above: what the paragraph is an item of, if it is one.
  /// - Complexity: O(words).
  func directives(below above: ListedDirective? = nil) -> Directives {
    var found = above.map(item) ?? Directives()
    var last: Range<Int>?
    var ends: [Int] = []
    for number in reading.governors.indices {
      guard let (verb, words) = directing(reading.governors[number]) else {
        if !reading.governors[number].isInherited { found.listed = nil }
        continue
      }
      if ends.isEmpty { ends = actionEnds() }
      let end = ends[number]
      let reach = min(end, words.upperBound + DirectiveFinder.reach)
      if opensList(sentence.afterAsides(words.upperBound)) { found.listed = ListedDirective(verb: verb) }
      guard let order = order(of: words, before: reach, last: last), order.action <= end else { continue }
      last = order.addressee
      add(order, of: verb, before: end, to: &found)
    }
    return found.isEmpty ? passives() : found
  }

  /// A verb that is addressed to somebody, with its words: the governor's own, or that of "decides to request".
  private func directing(_ governor: Governor) -> (verb: Int, words: Range<Int>)? {
    let verb = grammar.forms[governor.form].verb
    if grammar.verbs[verb].isAddressed { return governor.isInherited ? nil : (verb, governor.verb) }
    // What the organ only intends it has not told yet.
    let to = sentence.afterAsides(governor.verb.upperBound)
    guard grammar.verbs[verb].isDirecting, to < sentence.count, sentence.number(to) == grammar.to,
      let inner = sentence.modifiedVerb(at: to + 1, where: { $0.position == .declarative })
    else { return nil }
    let told = grammar.forms[inner.form].verb
    return grammar.verbs[told].isAddressed ? (told, inner.verb) : nil
  }

  /// Adds what a verb tells: here, or in the list below.
  func add(_ order: Order, of verb: Int, before end: Int, to found: inout Directives) {
    let addressee = sentence.bytes(order.addressee)
    if order.action < end {
      found.stated.append(
        Directive(verb: verb, addressee: addressee, action: sentence.bytes(order.action..<end)))
    }
    guard end == sentence.count, opensList(end - 1), order.action == end || goesOnBelow() else { return }
    let isBare = order.action == end && (order.isClause || opensList(end - 2))
    found.listed = ListedDirective(verb: verb, addressee: addressee, isBare: isBare)
  }

  /// Those in the passive, in texts that no verb of the organ opens: "States are called upon to …".
  private func passives() -> Directives {
    var found = Directives()
    guard reading.opening?.form == nil else { return found }
    for index in sentence.words.indices(with: .finite) where isPresent(index) {
      guard let participle = sentence.modifiedVerb(at: index + 1, where: { $0.position == .past }),
        grammar.verbs[grammar.forms[participle.form].verb].isAddressed,
        let told = NormFinder(reading).addressee(before: index, last: nil), !told.isName
      else { continue }
      let end = sentence.words.next(index, with: .endsClause)
      guard let action = action(at: participle.verb.upperBound, before: end) else { continue }
      let order = Order(addressee: told.words, action: action)
      add(order, of: grammar.forms[participle.form].verb, before: end, to: &found)
    }
    return found
  }

  private func isPresent(_ index: Int) -> Bool {
    sentence.number(index) == grammar.is || sentence.number(index) == grammar.are
  }

  /// Where the action of each verb ends: before the next verb of the organ's own.
  private func actionEnds() -> [Int] {
    let governors = reading.governors
    var ends = [Int](repeating: sentence.count, count: governors.count)
    for number in governors.indices.dropLast().reversed() {
      let next = governors[number + 1]
      let end = endsAction(next) ? sentence.end(before: next.verb.lowerBound) : 0
      // "Encourages and supports States": both have one addressee.
      ends[number] = end > governors[number].verb.upperBound ? end : ends[number + 1]
    }
    return ends
  }

  /// Whether the organ goes on with a verb of its own. A mere participle may be the addressee's: "to report, bearing in mind …".
  func endsAction(_ next: Governor) -> Bool {
    switch grammar.forms[next.form].position {
    case .operative, .declarative: true
    case .preambular, .past:
      // "to invest, where necessary and taking into account the needs of all, in boats"
      (sentence.end(before: next.verb.lowerBound)..<next.verb.lowerBound).contains {
        sentence.isAnd($0) && !sentence.classes[$0 - 1].contains(.aside)
      }
    }
  }

  /// What a verb tells whom: "<addressee> to <action>", "that <addressee> <action>", or "them to <action>".
  ///
  /// - Parameter last: whom the verb before has told.
  func order(of verb: Range<Int>, before end: Int, last: Range<Int>?) -> Order? {
    var from = sentence.afterAsides(verb.upperBound)
    guard from < end else { return nil }
    if sentence.isMark(from, .comma) { from = behindInsertion(from, before: end) }
    guard from < end else { return nil }
    if sentence.number(from) == grammar.that {
      return clause(from: from + 1, before: end)
    }
    // "Appeals to", "reiterates its call on"
    if sentence.isPreposition(from) { from += 1 }
    if let pronoun = pronounOrder(from, before: end, verb: verb.lowerBound, last: last) { return pronoun }
    guard let head = addressee(from: from, before: end) else { return nil }
    // "encourages and supports States"
    let start = sentence.isAnd(from) ? nounStart(head.lowerBound) : from
    return order(to: min(start, head.lowerBound)..<head.upperBound, before: end)
  }

  /// "calls upon them to": told is whom the verb before has told, or the addressee that the paragraph has named last.
  private func pronounOrder(_ index: Int, before end: Int, verb: Int, last: Range<Int>?) -> Order? {
    guard index < end, sentence.classes[index].contains(.pronoun) else { return nil }
    var at = index + 1
    if at < end, sentence.isMark(at, .comma) { at = behindInsertion(at, before: end) }
    while at < end, isManner(at) { at = sentence.ends[at] }
    guard let action = action(at: at, before: end), let named = antecedent(of: index, before: verb, last)
    else { return nil }
    return Order(addressee: named, action: action)
  }

  /// Whom a pronoun stands for: "him" for an official, "it" for a body, "them" for several.
  private func antecedent(of pronoun: Int, before verb: Int, _ last: Range<Int>?) -> Range<Int>? {
    let kind = kind(of: pronoun)
    if let last, self.kind(of: last) == kind { return last }
    for at in stride(from: verb - 1, through: max(0, verb - DirectiveFinder.reach), by: -1) {
      guard let head = sentence.addressee(at: at), self.kind(of: head) == kind else { continue }
      return nounStart(head.lowerBound)..<sentence.fullName(head, before: verb).upperBound
    }
    return nil
  }

  private enum Kind { case official, body, several }

  private func kind(of pronoun: Int) -> Kind {
    switch sentence.number(pronoun) {
    case grammar.them: .several
    case grammar.it: .body
    default: .official
    }
  }

  /// By its "and", or by its head: the "s" of one that is not the United Nations, an office that a person holds.
  private func kind(of words: Range<Int>) -> Kind {
    if words.contains(where: sentence.isAnd) { return .several }
    let head = words.lazy.compactMap { sentence.addressee(at: $0) }.first ?? words
    let last = min(head.upperBound, words.upperBound) - 1
    let isUnited = last > words.lowerBound && sentence.number(last - 1) == grammar.united
    if ends(last, in: "s"), !isUnited { return .several }
    return sentence.classes[head.lowerBound].contains(.official) ? .official : .body
  }

  /// The first word of the noun phrase whose head starts at `index`: behind its determiner, a preposition or a verb.
  private func nounStart(_ index: Int) -> Int {
    var at = index
    while at > 0, sentence.words[at - 1].kind == .word, !sentence.isPreposition(at - 1),
      sentence.words[at - 1].traits.isDisjoint(with: [.article, .owner, .startsVerb, .subordinator]),
      sentence.classes[at - 1].isDisjoint(with: [.conjunction, .relative, .modifier, .intensifier])
    {
      at -= 1
    }
    return at
  }
}
