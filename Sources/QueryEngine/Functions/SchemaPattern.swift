/// A pattern with what only XML Schema's expressions have (part 2 §F) written as PCRE2 has it: class subtraction, `\i` and `\c`,
/// the blocks of `\p{Is…}`.
///
///     [a-z-[aeiou]]   →   (?:(?![aeiou])[a-z])
struct SchemaPattern {
  private let source: [UInt8]
  private var place = 0

  /// The pattern as PCRE2 reads it; `source` itself where it has nothing of the kind.
  static func translated(_ source: [UInt8]) -> [UInt8] {
    guard needsTranslation(source) else { return source }
    var pattern = SchemaPattern(source: source)
    return pattern.translated()
  }

  private init(source: [UInt8]) { self.source = source }

  private static func needsTranslation(_ source: [UInt8]) -> Bool {
    zip(source, source.dropFirst()).contains { first, second in
      switch first {
      case UInt8(ascii: "\\"): "icICpP".utf8.contains(second)
      case UInt8(ascii: "-"): second == UInt8(ascii: "[")
      default: false
      }
    }
  }

  private mutating func translated() -> [UInt8] {
    var output: [UInt8] = []
    while place < source.count {
      if source[place] == UInt8(ascii: "[") {
        output += group()
      } else if let set = escape() {
        output += "[".utf8 + set.written + "]".utf8
      } else {
        output += character()
      }
    }
    return output
  }

  /// A class at its bracket, with what is taken away from it.
  private mutating func group() -> [UInt8] {
    let start = place
    var output: [UInt8] = [source[place]]
    place += 1
    if place < source.count, source[place] == UInt8(ascii: "^") { output += character() }
    // In front a closing bracket is a character of the class.
    if place < source.count, source[place] == UInt8(ascii: "]") { output += character() }
    while place < source.count {
      if source[place] == UInt8(ascii: "]") { return output + character() }
      if source[place...].starts(with: "-[".utf8) {
        place += 1
        let taken = group()
        guard place < source.count, source[place] == UInt8(ascii: "]") else { break }
        place += 1
        return "(?:(?!".utf8 + taken + ")".utf8 + output + "])".utf8
      }
      if let set = escape() { output += set.written } else { output += character() }
    }
    // It does not end: PCRE2 says so, too.
    place = source.count
    return Array(source[start...])
  }

  /// The set that an escape stands for; nil, with nothing read, where PCRE2 knows it or none stands here.
  private mutating func escape() -> CodePoints? {
    guard place + 1 < source.count, source[place] == UInt8(ascii: "\\") else { return nil }
    let letter = source[place + 1]
    switch letter {
    case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "c"), UInt8(ascii: "C"):
      place += 2
      let set = letter | 0x20 == UInt8(ascii: "i") ? CodePoints.nameStart : CodePoints.name
      return letter & 0x20 == 0 ? set.complement : set
    case UInt8(ascii: "p"), UInt8(ascii: "P"):
      guard source[(place + 2)...].starts(with: "{Is".utf8),
        let end = source[place...].firstIndex(of: UInt8(ascii: "}")),
        let block = UnicodeBlocks.range(source[(place + 5)..<end])
      else { return nil }
      place = end + 1
      let set = CodePoints([block])
      return letter == UInt8(ascii: "P") ? set.complement : set
    default: return nil
    }
  }

  /// A byte, or an escape as it is.
  private mutating func character() -> [UInt8] {
    let start = place
    place = min(place + (source[place] == UInt8(ascii: "\\") ? 2 : 1), source.count)
    return Array(source[start..<place])
  }
}

/// Code points in ascending ranges.
private struct CodePoints {
  private let ranges: [ClosedRange<UInt32>]

  init(_ ranges: [ClosedRange<UInt32>]) { self.ranges = ranges }

  /// `\i`: what may begin an XML name (XML 1.0, NameStartChar).
  static let nameStart = CodePoints([
    0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
    0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
    0xFDF0...0xFFFD, 0x10000...0xEFFFF,
  ])

  /// `\c`: what may stand in one (NameChar).
  static let name = CodePoints([
    0x2D...0x2E, 0x30...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xB7...0xB7, 0xC0...0xD6, 0xD8...0xF6,
    0xF8...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040, 0x2070...0x218F, 0x2C00...0x2FEF,
    0x3001...0xD7FF,
    0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF,
  ])

  /// All others that PCRE2 takes: no surrogates.
  var complement: CodePoints {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in (ranges + [0xD800...0xDFFF, 0x110000...0x110000]).sorted(by: {
      $0.lowerBound < $1.lowerBound
    }) {
      if range.lowerBound > next { gaps.append(next...range.lowerBound - 1) }
      next = max(next, range.upperBound + 1)
    }
    return CodePoints(gaps)
  }

  /// As it stands in a class of PCRE2.
  var written: [UInt8] {
    ranges.flatMap { range in
      Array("\\x{\(String(range.lowerBound, radix: 16))}-\\x{\(String(range.upperBound, radix: 16))}".utf8)
    }
  }
}
