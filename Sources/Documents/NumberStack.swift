/// The numbered paragraphs that are open, outermost first: tells of each new number whose part it is.
struct NumberStack {
  struct Level {
    var reading: NumberLabel.Reading?
    /// The number joined with its parents': "12(b)".
    var number: String?
    /// The fragment's path without its prefix: "12.b".
    var path: String
    /// Index of the paragraph in the document.
    var paragraph: Int
  }

  private(set) var levels: [Level] = []

  /// Closes everything; the next number starts anew.
  mutating func reset() { levels = [] }

  /// Opens an unnumbered paragraph as the parent of what follows.
  mutating func reset(to level: Level) { levels = [level] }

  var isEmpty: Bool { levels.isEmpty }

  /// Closes the levels that `label` ends and gives the reading it has there; its parent is then the last level.
  ///
  /// A number that goes on at an open level belongs there; a first one ("a", "i") opens a level below the deepest.
  mutating func place(_ label: NumberLabel) -> NumberLabel.Reading {
    let readings = label.readings
    if case .dotted(let parent) = readings[0].style {
      while let last = levels.last, last.number != parent { levels.removeLast() }
      return readings[0]
    }
    if readings[0].style == .decimal, levels.first?.reading?.style == .decimal || levels.first?.reading == nil
    {
      if readings[0].value != 1 || levels.first?.reading != nil || levels.isEmpty {
        levels = []
        return readings[0]
      }
    }
    for index in levels.indices.reversed() {
      for reading in readings where levels[index].reading?.style == reading.style {
        if levels[index].reading!.value + 1 == reading.value {
          levels.removeSubrange(index...)
          return reading
        }
      }
    }
    if let first = readings.first(where: { $0.value == 1 }) {
      if let open = levels.firstIndex(where: { $0.reading?.style == first.style }) {
        levels.removeSubrange(open...)
      }
      return first
    }
    for index in levels.indices.reversed() {
      for reading in readings where levels[index].reading?.style == reading.style {
        levels.removeSubrange(index...)
        return reading
      }
    }
    return readings.last!
  }

  mutating func push(_ level: Level) { levels.append(level) }
}
