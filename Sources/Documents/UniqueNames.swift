/// Names that differ: a name that is taken gets "-2", "-3" … behind it.
struct UniqueNames {
  private var taken: Set<String> = []
  /// The copy to try next, so that a name wanted a thousand times costs no thousand looks each time.
  private var copies: [String: Int] = [:]

  func isTaken(_ name: String) -> Bool { taken.contains(name) }

  /// `name`, or its first copy that is free.
  mutating func take(_ name: String) -> String {
    if taken.insert(name).inserted { return name }
    var copy = copies[name] ?? 2
    while !taken.insert("\(name)-\(copy)").inserted { copy += 1 }
    copies[name] = copy + 1
    return "\(name)-\(copy)"
  }
}
