/// What the noun phrases on the way from a verb to a document are.
extension Governed {
  /// The words after the last infinitive "to" whose verb acts on its object; nil where there is none.
  func acting(_ path: Range<Int>) -> Int? {
    var found: Int?
    var isReport = false
    for index in path where sentence.number(index) == grammar.to {
      let next = sentence.ends[index]
      guard next < path.upperBound else { continue }
      var at = sentence.afterAdverbs(next)
      guard at < path.upperBound else { continue }
      // "to report on the steps taken to implement X": the topic's infinitive, unless it is joined to the directive's.
      if isReport, !isJoined(index, path) || sentence.isGlue(at) { continue }
      isReport = false
      while at < path.upperBound, sentence.classes[at].contains(.filler) { at = sentence.ends[at] }
      if at < path.upperBound, sentence.classes[at].contains(.acting) {
        found = min(behindActing(at, path), path.upperBound)
      }
      if at < path.upperBound, sentence.words[at].traits.contains(.reporting) {
        found = nil
        isReport = true
      }
    }
    if found == nil, governor.isInherited, verb.isDirecting, let first = path.first,
      sentence.classes[first].contains(.acting)
    {
      found = sentence.ends[first]
    }
    if let found, verb.isDirecting || !verb.isJudging { return found }
    return nil
  }

  /// Whether the word goes on with what stands before a comma or "and".
  private func isJoined(_ index: Int, _ path: Range<Int>) -> Bool {
    guard index > path.lowerBound else { return false }
    return sentence.isMark(index - 1, .comma) || sentence.isMark(index - 1, .semicolon)
      || sentence.classes[index - 1].contains(.conjunction)
  }

  /// Behind the acting verb at `index` and those that are joined to it: "ratify and accede to", "consider signing, ratifying or
  /// acceding to".
  private func behindActing(_ index: Int, _ path: Range<Int>) -> Int {
    var end = sentence.ends[index]
    var at = end
    while at < path.upperBound {
      if sentence.isMark(at, .comma) || sentence.classes[at].contains(.conjunction) {
        at = sentence.ends[at]
      } else if at > end, sentence.classes[at].contains(.acting) {
        end = sentence.ends[at]
        at = end
      } else {
        return end
      }
    }
    return end
  }

  /// What stands behind the last infinitive, unless that is a verb of report ("to ensure the implementation of").
  func infinitiveObject(_ path: Range<Int>) -> Range<Int>? {
    guard
      let to = path.last(where: {
        sentence.number($0) == grammar.to && sentence.ends[$0] - sentence.starts[$0] == 1
      })
    else { return nil }
    let verb = sentence.afterAsides(to + 1)
    guard verb + 1 < path.upperBound, !sentence.words[verb].traits.contains(.reporting) else { return nil }
    return verb + 1..<path.upperBound
  }

  /// Whether an infinitive stands in `path`: what the verb governs is then an action.
  func isInfinitive(_ path: Range<Int>) -> Bool {
    path.contains { index in
      sentence.number(index) == grammar.to && sentence.ends[index] - sentence.starts[index] == 1
        && index + 1 < path.upperBound && !sentence.isGlue(index + 1)
        && sentence.number(index + 1) != grammar.that && !isShared(index)
        && !sentence.words[index + 1].isCapital && !isNounsTo(index, path)
        && sentence.classes[index].isDisjoint(with: [.qualifier, .conjunction])
        && (sentence.classes[index + 1].isDisjoint(with: [.part, .action]) || isReporting(index + 1))
    }
  }

  /// Whether "to" at `index` shares its noun with another preposition: "the preamble to and article VI of the Treaty".
  private func isShared(_ index: Int) -> Bool {
    sentence.classes[index + 1].contains(.conjunction)
      && !(index > 0 && sentence.classes[index - 1].contains(.addressee))
  }

  /// Whether the word is a verb of report rather than the noun before a symbol: "to report on", not "to report A/70/1".
  private func isReporting(_ index: Int) -> Bool {
    sentence.words[index].traits.contains(.reporting)
      && !(index + 1 < sentence.count && sentence.words[index + 1].kind == .figure)
  }

  /// Whether "to" at `index` belongs to the noun before it: "the right to water", "access to medicines".
  private func isNounsTo(_ index: Int, _ path: Range<Int>) -> Bool {
    index > path.lowerBound && sentence.words[index - 1].traits.contains(.nounBeforeTo)
  }

  /// Whether every noun phrase of `path` has a head of the given classes: "the full implementation of the provisions of".
  func isChain(_ path: Range<Int>, allowing classes: CueClass) -> Bool {
    var head: Int?
    var isFirst = true
    func passes(_ head: Int?) -> Bool {
      guard let head else { return true }
      return !sentence.classes[head].isDisjoint(with: classes) || !isFirst && sentence.words[head].isCapital
    }
    for index in path {
      if sentence.isMark(index, .semicolon) { return false }
      if sentence.isMark(index, .comma) {
        // "the conclusions of the Group, in its report"
        guard index + 1 < path.upperBound, sentence.isLocative(index + 1) else { return false }
        continue
      }
      if isInsideName(index, path) || isDated(index, path) { continue }
      if sentence.isPreposition(index) || sentence.classes[index].contains(.qualifier) {
        if sentence.classes[index].contains(.qualifier), sentence.ends[index] - sentence.starts[index] > 1 {
          return false
        }
        let number = sentence.number(index)
        guard number == grammar.of || number == grammar.to || number == grammar.by || isInner(index) else {
          return false
        }
        if !passes(head) { return false }
        isFirst = isFirst && head == nil
        head = nil
      } else if sentence.words[index].kind == .word, !isSkipped(index) {
        head = index
      }
    }
    return passes(head)
  }

  /// Whether the word joins capitals to one name: "the Convention against Corruption".
  private func isInsideName(_ index: Int, _ path: Range<Int>) -> Bool {
    guard index > path.lowerBound, index + 1 < path.upperBound, sentence.isPreposition(index) else {
      return false
    }
    return sentence.number(index) != grammar.of && sentence.number(index) != grammar.to
      && sentence.words[index - 1].isCapital && sentence.words[index + 1].isCapital
  }

  /// "on 30 November": the preposition of a date.
  private func isDated(_ index: Int, _ path: Range<Int>) -> Bool {
    index + 1 < path.upperBound && sentence.isTopicOnly(index) && sentence.words[index + 1].kind == .figure
  }

  /// Words that say nothing about what a noun phrase is.
  func isSkipped(_ index: Int) -> Bool {
    sentence.classes[index].isDisjoint(with: [.part, .action])
      && (sentence.isGlue(index)
        || !sentence.classes[index].isDisjoint(with: [
          .filler, .intensifier, .modifier, .aside, .contentParticiple, .conjunction,
        ]))
  }

  /// "compliance with", "respect for", "in its 2013 report": prepositions that keep the chain.
  func isInner(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = sentence.classes[index - 1]
    if before.contains(.action) || sentence.isLocative(index) { return true }
    return before.contains(.part) && !sentence.isTopicOnly(index)
  }

  /// Whether the noun phrase holds a noun for content or for a document, or is a name.
  func isContentNoun(_ range: Range<Int>) -> Bool {
    let phrase = firstPhrase(range)
    if let last = phrase.last, sentence.words[last].isCapital || sentence.isMark(last, .quoteClose),
      sentence.classes[last].isDisjoint(with: [.addressee, .glue])
    {
      return true
    }
    return phrase.contains { !sentence.classes[$0].isDisjoint(with: [.part, .documentNoun]) }
  }

  /// The first noun phrase of `range`: up to a preposition, comma or participle.
  func firstPhrase(_ range: Range<Int>) -> Range<Int> {
    var at = range.lowerBound
    while at < range.upperBound {
      if sentence.isMark(at, .comma) || sentence.isPreposition(at) { break }
      at += 1
    }
    return range.lowerBound..<at
  }

  /// The noun phrase that ends at `end`, with the capital words of a name and what joins them.
  func nounPhrase(endingAt end: Int, _ path: Range<Int>) -> Range<Int> {
    // A link may open the path itself: then no noun stands before it.
    let end = max(end, path.lowerBound)
    var at = end
    while at > path.lowerBound {
      let index = at - 1
      if sentence.words[index].isCapital || sentence.isMark(index, .quoteOpen)
        || sentence.isMark(index, .quoteClose)
      {
        at = index
        continue
      }
      if sentence.isMark(index, .comma) {
        // A comma inside a name is followed and preceded by capitals.
        guard index + 1 < end, sentence.words[index + 1].isCapital, index > path.lowerBound,
          sentence.words[index - 1].isCapital
        else { break }
        at = index
        continue
      }
      if index > path.lowerBound, tiesContent(index) {
        at = index
        continue
      }
      // "the Elimination of Intolerance and of Hate"
      if sentence.number(index) == grammar.of, index - 1 > path.lowerBound, sentence.isAnd(index - 1),
        at < end,
        sentence.words[at].isCapital, sentence.words[index - 2].isCapital
      {
        at = index - 1
        continue
      }
      let joins = sentence.isPreposition(index) || sentence.number(index) == grammar.and
      if joins {
        guard at < end, isInName(at, end), index > path.lowerBound, isInName(index - 1, end) else { break }
        at = index
        continue
      }
      if sentence.classes[index].contains(.qualifier) || sentence.classes[index].contains(.relative) { break }
      // "to implement the recommendations": the verb is no part of its object.
      if index > path.lowerBound, sentence.number(index - 1) == grammar.to {
        let verb = sentence.afterAdverbs(index)
        if verb < end, sentence.classes[verb].contains(.acting) { return min(sentence.ends[verb], end)..<end }
      }
      at = index
    }
    return at..<end
  }

  /// Whether the word ties what stands behind it to a noun for content: "the provisions of the Charter"; "the measures on arms",
  /// which a judgement must name more plainly.
  private func tiesContent(_ index: Int) -> Bool {
    let before = sentence.classes[index - 1]
    return sentence.number(index) == grammar.of && !before.isDisjoint(with: [.part, .documentNoun])
      || sentence.isTopicOnly(index) && before.contains(.measure) && !verb.isJudging
  }

  /// Whether the word at `index` is a capital word, or a determiner before one.
  func isInName(_ index: Int, _ end: Int) -> Bool {
    if sentence.words[index].isCapital { return true }
    return sentence.isGlue(index) && index + 1 < end && sentence.words[index + 1].isCapital
  }

  /// Whether the phrase behind `path` is joined to the verb's object by "and" or a comma, nothing in between leading elsewhere.
  func isCoordinated(_ path: Range<Int>) -> Bool {
    guard let last = path.last, last > path.lowerBound else { return false }
    // "the session on lakes, its resolutions": the speaker's own act is no part of a topic.
    let isOwnAct = !verb.isJudging && !verb.isDirecting && sentence.isOwnAct(path.upperBound)
    let isJoint =
      sentence.isMark(last, .comma) || sentence.isMark(last, .semicolon)
      || sentence.classes[last].contains(.conjunction) && sentence.number(last) != grammar.of
    guard isJoint,
      isOwnAct && sentence.isMark(sentence.before(path.upperBound) - 1, .comma) || !isInfinitive(path)
    else { return false }
    return !path.contains { index in
      sentence.classes[index].contains(.qualifier) && !sentence.words[index].isCapital
        && !isParenthetical(index, path)
        || !isOwnAct && sentence.isTopicOnly(index) && !isParenthetical(index, path)
          && !followsDocument(index, path) && !isDated(index, path)
        || sentence.classes[index].contains(.relative)
    }
  }

  /// Whether a determined phrase is joined to an object that has no complement but "of" ("the work of the Group and the
  /// reports"): elsewhere the join may lie deeper ("progress in keeping the lakes and the rivers").
  func isPlainlyJoined(_ path: Range<Int>) -> Bool {
    guard let last = path.last, last + 1 < sentence.count,
      sentence.classes[last + 1].contains([.glue, .filler])
    else { return false }
    return path.allSatisfy { index in
      !sentence.isPreposition(index) || sentence.number(index) == grammar.of
        || index > path.lowerBound && sentence.words[index - 1].isCapital
    }
  }

  /// Whether the words from `index` stand between commas.
  func isParenthetical(_ index: Int, _ path: Range<Int>) -> Bool {
    guard index > path.lowerBound, sentence.isMark(index - 1, .comma) else { return false }
    return path.suffix(from: index).dropLast().contains { sentence.isMark($0, .comma) }
  }

  /// Whether a topic belongs to a document's name or title: "the report on …", "resolution 1 on …".
  func followsDocument(_ index: Int, _ path: Range<Int>) -> Bool {
    for at in path.prefix(upTo: index).reversed() {
      if sentence.words[at].kind == .figure || sentence.classes[at].contains(.documentNoun) { return true }
      // "the principles of the Charter, including respect for": the topic is another noun's.
      if sentence.classes[at].contains(.member), !sentence.words[at].isCapital { return false }
    }
    return false
  }
}
