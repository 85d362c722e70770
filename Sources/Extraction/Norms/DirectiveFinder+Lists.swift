/// What a verb tells somebody to do in a list: "Calls upon all States: (a) To …; (b) To …".
extension DirectiveFinder {
  /// Whether the word leads to the list below the paragraph: the colon at its end, or the "to" before it.
  func opensList(_ index: Int) -> Bool {
    let last = sentence.count - 1
    guard index >= 0, index <= last, sentence.isMark(last, .colon) else { return false }
    return index == last || index == last - 1 && sentence.number(index) == grammar.to
  }

  /// Whether the list below goes on with what the verb tells, whose action stands in the paragraph: behind "and", "in this regard",
  /// "inter alia", "its mandate" and "the following tasks"; not behind another noun ("to counter the use of boats: (a) To …").
  func goesOnBelow() -> Bool {
    var last = sentence.count - 1
    while last > 0, sentence.words[last].kind != .word { last -= 1 }
    if !sentence.classes[last].isDisjoint(with: [.aside, .conjunction, .member]) || isTask(last) {
      return true
    }
    if last > 0, sentence.number(last - 1) == grammar.its { return isOne(last, of: ["mandate", "efforts"]) }
    // "the following urgent actions regarding fishing"
    return (max(0, last - 25)...last).contains { index in
      isOne(index, of: ["following"]) && (index + 1..<min(index + 4, last + 1)).contains(where: isTask)
    }
  }

  private func isTask(_ index: Int) -> Bool {
    isOne(index, of: ["tasks", "action", "actions", "functions", "measures"])
  }

  /// Whether one of these words stands at `index`, in small letters.
  private func isOne(_ index: Int, of spellings: [StaticString]) -> Bool {
    let word = text[Int(sentence.words[index].start)..<Int(sentence.words[index].end)]
    return spellings.contains {
      word.elementsEqual(UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount))
    }
  }

  /// What the paragraph tells as an item of a list: the one whom the paragraph above names, or whom it names itself.
  func item(of above: ListedDirective) -> Directives {
    var found = Directives()
    // "(b) Requests the Office to help": the organ's own verb.
    if reading.opening?.form != nil { return found }
    let end = itemEnd()
    guard above.addressee != nil else {
      if let order = order(of: 0..<0, before: min(end, DirectiveFinder.reach), last: nil) {
        add(order, of: above.verb, before: end, to: &found)
      }
      return found
    }
    if let action = itemAction(isBare: above.isBare, before: end), action < end {
      found.stated = [Directive(verb: above.verb, action: sentence.bytes(action..<end))]
    }
    return found
  }

  /// Before the first verb of the organ's own, or before the "and" that leads to the next item.
  private func itemEnd() -> Int {
    let next = reading.governors.first { !$0.isInherited && $0.verb.lowerBound > 0 && endsAction($0) }
    let end = next.map { sentence.end(before: $0.verb.lowerBound) } ?? sentence.count
    return end > 1 && sentence.classes[end - 1].contains(.conjunction) ? end - 1 : end
  }

  /// Where the action of an item starts: at its first word, or behind what tells how and when ("In keeping with X, to …").
  private func itemAction(isBare: Bool, before end: Int) -> Int? {
    guard end > 0 else { return nil }
    if let action = action(at: 0, before: end) { return action }
    if isBare, isBareVerb(0, isFirst: true) { return 0 }
    return opensInsertion(0, before: end) ? closed(behind: 0, before: end) : nil
  }
}
