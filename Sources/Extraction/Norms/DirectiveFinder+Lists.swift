/// What a verb tells somebody to do in a list: "Calls upon all States: (a) To …; (b) To …".
extension DirectiveFinder {
  /// Whether the word leads to the list below the paragraph: the colon at its end, or the "to" before it.
  func opensList(_ index: Int) -> Bool {
    let last = sentence.count - 1
    guard index >= 0, index <= last, sentence.isMark(last, .colon) else { return false }
    return index == last || index == last - 1 && sentence.number(index) == grammar.to
  }

  /// What the paragraph tells as an item of a list: the one whom the paragraph above names, or whom it names itself.
  func item(of above: ListedDirective) -> Directives {
    var found = Directives()
    let end = itemEnd()
    guard above.addressee != nil else {
      if let order = order(of: 0..<0, before: end, last: nil) {
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
