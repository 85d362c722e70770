import Documents

/// Reads a resolution's number as text really has it: well formed, or with a bracket lost or a comma strayed into it.
enum NumberReading {
  /// The number that starts at `start`, and the offset behind it.
  ///
  ///     "1862 (2009,) and"   1862 (2009)        "387 1976)"   387 (1976)        "41 (1)"   41 (I)
  ///     "1760 (XVID of"      1760 (XVII)
  static func match(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (
    number: ResolutionNumber, end: Int
  )? {
    if let (number, end) = ResolutionNumber.match(in: bytes, at: start) {
      if number.letters.isEmpty, let (letter, behind) = SectionLetter.match(in: bytes, at: end) {
        return (ResolutionNumber(number: number.number, letters: [letter], frame: number.frame), behind)
      }
      return unglued(withMoreLetters(number, end, in: bytes), in: bytes)
    }
    return damaged(bytes, start)
  }

  /// Takes a footnote marker's digits off the end of a number that no body ever reached: "1998/7211" is 1998/72 and note 11.
  private static func unglued(
    _ match: (number: ResolutionNumber, end: Int), in bytes: UnsafeBufferPointer<UInt8>
  ) -> (number: ResolutionNumber, end: Int) {
    let limit: Int
    switch match.number.frame {
    case .session(let session) where session >= 31: limit = 999
    case .year: limit = 599
    // "7/2019" is the seventh of a year.
    case .session, .special, .roman, .suffixYear: return match
    }
    var (number, end) = match
    guard number.letters.isEmpty else { return match }
    while number.number > limit {
      number.number /= 10
      end -= 1
    }
    return (number, end)
  }

  /// The offset where a number starts behind the digits of a footnote marker that are glued to it: 1 in "233/22", where no
  /// session 233 can be, 0 where all is well.
  static func markerLength(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    for length in 0...2 {
      guard start + length < bytes.count, length == 0 || bytes[start + length - 1] &- 0x30 < 10 else { break }
      guard let (number, _) = ResolutionNumber.match(in: bytes, at: start + length) else { continue }
      switch number.frame {
      case .session(let session) where session > 120: continue
      case .suffixYear where number.number > 9_999: continue
      default: return length
      }
    }
    return 0
  }

  /// "A, B and C": `ResolutionNumber` reads pairs and ranges, this the longer lists.
  private static func withMoreLetters(
    _ number: ResolutionNumber, _ end: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (number: ResolutionNumber, end: Int) {
    guard number.letters.count == 1, end < bytes.count, bytes[end] == UInt8(ascii: ",") else {
      return (number, end)
    }
    var at = end
    var letters: [String] = []
    while true {
      var next = at
      let isLast: Bool
      if starts(bytes, next, with: ", ") {
        next += 2
        isLast = false
      } else if starts(bytes, next, with: " and ") {
        next += 5
        isLast = true
      } else {
        return (number, end)
      }
      guard next < bytes.count, bytes[next] &- 0x41 < 26,
        next + 1 == bytes.count || !Lexicon.isWordByte(bytes[next + 1])
      else { return (number, end) }
      letters.append(String(Unicode.Scalar(bytes[next])))
      at = next + 1
      if isLast { break }
    }
    var longer = number
    longer.letters += letters
    return (longer, at)
  }

  private static func damaged(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (
    number: ResolutionNumber, end: Int
  )? {
    var at = start
    guard let number = digits(bytes, &at, 1...4), at < bytes.count else { return nil }
    if bytes[at] == 0x20 { at += 1 }
    let hasOpen = at < bytes.count && bytes[at] == UInt8(ascii: "(")
    if hasOpen { at += 1 }
    let inside = at
    if hasOpen, let (roman, end) = romanRunIntoBracket(bytes, at) {
      return (ResolutionNumber(number: number, frame: .roman(roman)), end)
    }
    guard let value = digits(bytes, &at, 1...4) else { return nil }
    if at < bytes.count, bytes[at] == UInt8(ascii: ",") { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: ")") else { return nil }
    if (1946..<2200).contains(value) {
      return (ResolutionNumber(number: number, frame: .suffixYear(value)), at + 1)
    }
    // OCR reads the first sessions' I, II, III as 1, 11, 111.
    let strokes = bytes[inside..<at]
    guard hasOpen, number <= 300, strokes.count <= 3, strokes.allSatisfy({ $0 == UInt8(ascii: "1") }) else {
      return nil
    }
    let roman = String(repeating: "I", count: strokes.count)
    return (ResolutionNumber(number: number, frame: .roman(roman)), at + 1)
  }

  /// OCR reads "I)" as "D": the numeral, and the offset behind it.
  private static func romanRunIntoBracket(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (
    roman: String, end: Int
  )? {
    var at = start
    while at < bytes.count, "IVXL".utf8.contains(bytes[at]) { at += 1 }
    guard at > start, at < bytes.count, bytes[at] == UInt8(ascii: "D"),
      at + 1 == bytes.count || !Lexicon.isWordByte(bytes[at + 1])
    else { return nil }
    let roman = String(decoding: bytes[start..<at], as: UTF8.self) + "I"
    return Roman.value(roman) == nil ? nil : (roman, at + 1)
  }

  private static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ count: ClosedRange<Int>)
    -> Int?
  {
    let start = at
    var value = 0
    while at < bytes.count, at - start < count.upperBound, bytes[at] &- 0x30 < 10 {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return count.contains(at - start) ? value : nil
  }

  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, with text: StaticString) -> Bool
  {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[at + index] != text.utf8Start[index] { return false }
    return true
  }
}
