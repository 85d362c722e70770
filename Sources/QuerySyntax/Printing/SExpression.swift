/// A list in parentheses or a word, and its layout: on one line where it fits, otherwise a line for each part.
indirect enum SExpression {
  case atom(String)
  case list([SExpression])

  static func list(_ head: String, _ rest: [SExpression] = []) -> SExpression { .list([.atom(head)] + rest) }

  /// The columns that a line may take.
  private static let width = 100

  var text: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  private func write(to text: inout String, indent: Int) {
    let line = flat(limit: SExpression.width - indent)
    if let line {
      text += line
      return
    }
    guard case .list(let parts) = self else { return }
    text += "("
    // Short leading parts stay on the first line: an operator and what it works with.
    var first = true
    var lead = true
    for part in parts {
      if lead, let word = part.flat(limit: first ? SExpression.width : 60), first || !part.isOperator {
        text += first ? word : " " + word
      } else {
        lead = false
        text += "\n" + String(repeating: " ", count: indent + 2)
        part.write(to: &text, indent: indent + 2)
      }
      first = false
    }
    text += ")"
  }

  /// Whether it is a pattern, which gets a line of its own.
  private var isOperator: Bool {
    guard case .list(let parts) = self, case .atom(let head)? = parts.first else { return false }
    return SExpression.operators.contains(head)
  }

  private static let operators: Set<String> = [
    "bgp", "triple", "path", "join", "leftjoin", "union", "minus", "filter", "graph", "extend", "table",
    "group",
    "order", "project", "distinct", "reduced", "slice", "service", "row",
  ]

  /// The text on one line; nil where it is longer than `limit`.
  private func flat(limit: Int) -> String? {
    switch self {
    case .atom(let word): return word
    case .list(let parts):
      if limit < 2 { return nil }
      var line = "("
      for (index, part) in parts.enumerated() {
        guard let inner = part.flat(limit: limit - line.utf8.count) else { return nil }
        line += (index == 0 ? "" : " ") + inner
        if line.utf8.count > limit { return nil }
      }
      return line + ")"
    }
  }
}
