import Diagnostics

// Bytes, words and names.

extension TurtleParser {
  /// Skips white space and comments; false at the end of the source.
  @discardableResult @inline(__always)
  mutating func skipSpace() -> Bool {
    while at < end {
      switch at.pointee {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): at += 1
      case UInt8(ascii: "#"): while at < end, !isLineBreak(at.pointee) { at += 1 }
      default: return true
      }
    }
    return false
  }

  @inline(__always)
  func peek(_ byte: UInt8) -> Bool { at < end && at.pointee == byte }

  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek(byte) else { return false }
    at += 1
    return true
  }

  /// Takes a word in any case; one that goes on, or is a prefix, stays.
  mutating func takeKeyword(_ word: StaticString) -> Bool { takeWord(word, mask: 0xDF) }

  /// Takes a word as it is written; one that goes on, or is a prefix, stays.
  mutating func takeWord(_ word: StaticString) -> Bool { takeWord(word, mask: 0xFF) }

  @inline(__always)
  private mutating func takeWord(_ word: StaticString, mask: UInt8) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end - at >= count else { return false }
    for index in 0..<count where at[index] & mask != word.utf8Start[index] & mask { return false }
    let start = at
    let isWhole = prefixName().count == count && !peek(UInt8(ascii: ":"))
    at = isWhole ? start + count : start
    return isWhole
  }

  /// Takes the word of a directive behind its `@`, which a prefix may follow at once.
  mutating func takeDirective(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end - at >= count else { return false }
    for index in 0..<count where at[index] != word.utf8Start[index] { return false }
    if end - at > count, isLetter(at[count]) || isDigit(at[count]) || at[count] == UInt8(ascii: "-") {
      return false
    }
    at += count
    return true
  }

  /// PN_PREFIX, which may be empty.
  mutating func prefixName() -> UnsafeBufferPointer<UInt8> {
    let start = at
    if at < end {
      let first = scalar()
      if isNameStart(first.value) {
        at += first.length
        skipNameParts { isNamePart($0) }
      }
    }
    return UnsafeBufferPointer(start: start, count: at - start)
  }

  /// PN_LOCAL, which may be empty, as it is written.
  mutating func localName() throws -> (UnsafeBufferPointer<UInt8>, hasEscapes: Bool) {
    let start = at
    var last = at
    var hasEscapes = false
    while at < end {
      let next = scalar()
      switch next.value {
      case 0x5C:
        guard end - at >= 2, isLocalEscape(at[1]) else {
          throw failure("this is not an escape that may stand in a name", at: at, length: 2)
        }
        hasEscapes = true
        at += 2
      case 0x25:
        guard end - at >= 3, hexValue(at[1]) != nil, hexValue(at[2]) != nil else {
          throw failure("'%' in a name needs two hexadecimal digits", at: at)
        }
        at += 3
      case 0x2E where at > start:
        at += 1
        continue
      default:
        let isPart =
          at == start
          ? isNameStart(next.value) || next.value == 0x5F || next.value == 0x3A || isDigit(at.pointee)
          : isNamePart(next.value) || next.value == 0x3A
        guard isPart else {
          at = last
          return (UnsafeBufferPointer(start: start, count: at - start), hasEscapes)
        }
        at += next.length
      }
      last = at
    }
    at = last
    return (UnsafeBufferPointer(start: start, count: at - start), hasEscapes)
  }

  /// Skips what may follow the first character of a name; points at its end are not of it.
  @inline(__always)
  mutating func skipNameParts(_ isPart: (UInt32) -> Bool) {
    var last = at
    while at < end {
      let next = scalar()
      if next.value == 0x2E {
        at += 1
      } else {
        guard isPart(next.value) else { break }
        at += next.length
        last = at
      }
    }
    at = last
  }

  /// The character at `at`; the whole source is known to be UTF-8.
  @inline(__always)
  func scalar() -> (value: UInt32, length: Int) {
    if at.pointee < 0x80 { return (UInt32(at.pointee), 1) }
    let length = at.pointee < 0xE0 ? 2 : at.pointee < 0xF0 ? 3 : 4
    return (decodeScalar(at, length: length), length)
  }
}

// MARK: - What is kept

extension TurtleParser {
  mutating func unescape(
    _ raw: UnsafeBufferPointer<UInt8>, _ kind: UnescapedText.Kind
  ) throws -> UnsafeBufferPointer<UInt8> {
    let place = memory.allocate(raw.count)
    switch UnescapedText.unescape(raw, kind, to: place) {
    case .success(let count):
      memory.shrink(by: raw.count - count)
      return UnsafeBufferPointer(start: place, count: count)
    case .failure(let error):
      throw failure(error.message, at: raw.baseAddress.unsafelyUnwrapped + error.offset, length: error.length)
    }
  }

  mutating func keep(_ text: [UInt8]) -> UnsafeBufferPointer<UInt8> {
    let place = memory.allocate(text.count)
    place.update(from: text, count: text.count)
    return UnsafeBufferPointer(start: place, count: text.count)
  }
}

// MARK: - Errors

extension TurtleParser {
  func failure(_ message: String, at place: UnsafePointer<UInt8>, length: Int = 1, hint: String? = nil)
    -> Diagnostic
  {
    let offset = place - bytes.baseAddress.unsafelyUnwrapped
    return SourceExcerpt.error(message, at: offset, length: length, in: bytes, name: name, hint: hint)
  }

  func expected(_ what: String) -> Diagnostic { failure("expected \(what), found \(described(at))", at: at) }

  func described(_ place: UnsafePointer<UInt8>) -> String {
    SourceExcerpt.description(of: place, before: end)
  }

  func unknownPrefix(_ prefix: UnsafeBufferPointer<UInt8>, at place: UnsafePointer<UInt8>) -> Diagnostic {
    let text = String(decoding: prefix, as: UTF8.self)
    let known = prefixes.keys.map { String(decoding: $0.bytes, as: UTF8.self) }.sorted()
    return failure(
      "unknown prefix '\(text)'", at: place, length: prefix.count + 1,
      hint: Suggestion.hint(for: text, among: known))
  }
}

/// What PN_LOCAL_ESC lets a backslash stand before.
private func isLocalEscape(_ byte: UInt8) -> Bool { "_~.-!$&'()*+,;=/?#@%".utf8.contains(byte) }
