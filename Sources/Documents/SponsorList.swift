/// A list of states as documents print it: "Argentina, Bosnia and Herzegovina, Cuba and Iran (Islamic Republic of)".
enum SponsorList {
  /// First halves of names that have an "and" of their own.
  private static let halves = [
    "Bosnia", "Trinidad", "Antigua", "Saint Kitts", "Saint Vincent", "Sao Tome", "Great Britain",
    "Group of 77",
  ]

  /// The names in order; commas and "and" inside brackets separate nothing.
  static func names(in text: String) -> [String] {
    var names: [String] = []
    for part in pieces(text) {
      var current = ""
      for word in part.partsBetweenAnds() {
        if current.isEmpty {
          current = word
        } else if halves.contains(where: { current.hasSuffix($0) }) {
          current += " and " + word
        } else {
          names.append(current)
          current = word
        }
      }
      if !current.isEmpty { names.append(current) }
    }
    return names.filter { !$0.isEmpty }
  }

  /// Whether a printed line belongs to the list that goes on with `rest`: it breaks off, or is itself names between commas.
  static func goesOn(_ line: String, in rest: String) -> Bool {
    if rest.first?.isLowercase == true || line.hasSuffix(",") || line.hasSuffix(" and") { return true }
    let parts = pieces(line)
    return parts.count > 1 && parts.allSatisfy { $0.first?.isUppercase ?? true }
  }

  /// The parts between commas and semicolons outside brackets.
  private static func pieces(_ text: String) -> [String] {
    let bytes = TextNormalizer.normalized(Array(text.utf8))
    var parts: [String] = []
    var depth = 0
    var start = 0
    func close(_ end: Int) {
      parts.append(String(decoding: TextNormalizer.normalized(Array(bytes[start..<end])), as: UTF8.self))
    }
    for (at, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
        close(at)
        start = at + 1
      }
    }
    close(bytes.count)
    return parts
  }
}

extension String {
  /// The parts between " and " outside brackets; an "and" at the start separates nothing.
  fileprivate func partsBetweenAnds() -> [String] {
    if !holds("and") { return [self] }
    var parts = [""]
    var depth = 0
    for word in split(separator: " ") {
      if word == "and", depth == 0 {
        if !parts[parts.count - 1].isEmpty { parts.append("") }
        continue
      }
      for byte in word.utf8 {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
      }
      parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + word
    }
    return parts
  }
}
