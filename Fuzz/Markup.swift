/// Well-formed mark-up made of an input: libFuzzer alone seldom gets past a parser's first complaint.
struct Markup {
  /// Element names; one that needs no content ends with `/`.
  let elements: [String]
  let attributes: [String]
  let head: String
  let tail: String

  /// Elements open at once; the product's own bound is tried by the hostile inputs, not here.
  private static let depth = 60

  func text(_ choices: inout Choices) -> String {
    var out = head
    var open: [String] = []
    while !choices.isAtEnd {
      let byte = Int(choices.byte())
      if byte < 96 {
        let name = elements[byte % elements.count]
        let isEmpty = name.hasSuffix("/")
        if !isEmpty, open.count == Markup.depth { continue }
        out +=
          "<" + (isEmpty ? String(name.dropLast()) : name) + attributeList(&choices) + (isEmpty ? "/>" : ">")
        if !isEmpty { open.append(name) }
      } else if byte < 144 {
        if let name = open.popLast() { out += "</\(name)>" }
      } else {
        out += Markup.escaped(choices.pick(Phrases.all))
      }
    }
    for name in open.reversed() { out += "</\(name)>" }
    return out + tail
  }

  private func attributeList(_ choices: inout Choices) -> String {
    var out = ""
    var seen: Set<String> = []
    for _ in 0..<(choices.below(8) / 2) {
      let name = choices.pick(attributes)
      let value = choices.pick(Phrases.values)
      if seen.insert(name).inserted { out += " \(name)=\"\(value)\"" }
    }
    return out
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 == 0x0C })
    else { return text }
    return text.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case "<": out += "&lt;"
      case "&": out += "&amp;"
      case "\u{C}": break
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}
