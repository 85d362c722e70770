/// A paragraph's number as printed — "1.", "(a)", "1.3.", "IV." — and what it can mean.
struct NumberLabel {
  enum Style: Equatable {
    case decimal
    case bracketedDecimal
    case letter
    case roman
    case upperLetter
    case upperRoman
    /// "1.3": the number of the paragraph it is part of stands before the last dot.
    case dotted(parent: String)
  }

  /// One way to read it: "(i)" is the ninth letter or the first Roman number.
  struct Reading: Equatable {
    var style: Style
    var value: Int
  }

  /// The bare number: "1", "a", "1.3".
  var name: String
  var readings: [Reading]

  /// The label that `bytes` starts with, and the offset of the text behind it; nil where it starts with none.
  static func match(_ bytes: [UInt8]) -> (label: NumberLabel, end: Int)? {
    if let dashed = dashed(bytes) { return dashed }
    var at = 0
    let open = bytes.first == UInt8(ascii: "(")
    if open { at = 1 }
    let start = at
    while at < bytes.count, at - start < 12, bytes[at].isDigit || bytes[at].isLetter { at += 1 }
    guard at > start, at < bytes.count else { return nil }
    var end = at
    if open {
      guard bytes[at] == UInt8(ascii: ")") else { return nil }
      at += 1
    } else {
      while at + 1 < bytes.count, bytes[start].isDigit, bytes[at] == UInt8(ascii: "."), bytes[at + 1].isDigit
      {
        at += 1
        while at < bytes.count, bytes[at].isDigit { at += 1 }
        end = at
      }
      let dotted = bytes[start..<end].contains(UInt8(ascii: "."))
      if at < bytes.count, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ")") {
        at += 1
      } else if !dotted {
        return nil
      }
    }
    guard at == bytes.count || bytes[at] == 0x20 else { return nil }
    guard let label = NumberLabel(String(decoding: bytes[start..<end], as: UTF8.self), bracketed: open) else {
      return nil
    }
    return (label, min(at + 1, bytes.count))
  }

  /// "1 - " before words in another script, as Arabic numbers paragraphs.
  private static func dashed(_ bytes: [UInt8]) -> (label: NumberLabel, end: Int)? {
    let end = bytes.prefix(4).prefix { $0.isDigit }.count
    let text = end + 3
    guard end > 0, text < bytes.count, bytes[text] >= 0x80, bytes[end..<text].elementsEqual(" - ".utf8),
      let label = NumberLabel(String(decoding: bytes[..<end], as: UTF8.self), bracketed: false)
    else { return nil }
    return (label, text)
  }

  /// The label of a number given apart from its text.
  init?(printed: String) {
    var bytes = Array(ArabicNumbering.inLatin(printed).utf8)
    if bytes.first?.isDigit == true || bytes.first?.isLetter == true, bytes.last != UInt8(ascii: "."),
      bytes.last != UInt8(ascii: ")")
    {
      bytes.append(UInt8(ascii: "."))
    }
    guard let (label, end) = NumberLabel.match(bytes), end == bytes.count else { return nil }
    self = label
  }

  private init?(_ name: String, bracketed: Bool) {
    let bytes = Array(name.utf8)
    readings = []
    self.name = name
    if bytes[0].isDigit {
      guard bytes.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }) else { return nil }
      if let dot = name.lastIndex(of: ".") {
        guard let value = Int(name[name.index(after: dot)...]), bytes.count <= 12 else { return nil }
        readings = [Reading(style: .dotted(parent: String(name[..<dot])), value: value)]
      } else {
        guard bytes.count <= 3, let value = Int(name) else { return nil }
        readings = [Reading(style: bracketed ? .bracketedDecimal : .decimal, value: value)]
      }
      return
    }
    let upper = bytes[0].isUpper
    guard bytes.allSatisfy({ $0.isUpper == upper && $0.isLetter }) else { return nil }
    if let value = RomanNumeral.value(name.uppercased()), value < 60 {
      readings.append(Reading(style: upper ? .upperRoman : .roman, value: value))
    }
    if bytes.allSatisfy({ $0 == bytes[0] }), bytes.count <= 2 {
      let value = Int(bytes[0] | 0x20) - 0x60 + 26 * (bytes.count - 1)
      readings.append(Reading(style: upper ? .upperLetter : .letter, value: value))
    }
    if readings.isEmpty { return nil }
  }
}
