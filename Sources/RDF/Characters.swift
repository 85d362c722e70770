// The character classes of the RDF 1.1 grammars, on bytes and scalars.

/// Whether an ASCII byte may stand unescaped in an IRIREF (N-Triples §7: not U+0000–U+0020 `<>"{}|^` `` ` `` `\`); false for bytes
/// above 0x7F, which need UTF-8 validation.
@inline(__always)
func isIRIByte(_ byte: UInt8) -> Bool {
  // Bit n stands for byte n, and for byte n + 64.
  let low: UInt64 = 0xAFFF_FFFA_0000_0000
  let high: UInt64 = 0xC7FF_FFFE_AFFF_FFFF
  guard byte < 0x80 else { return false }
  return (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
}

/// The length of the scheme that starts `bytes`, without its colon; 0 where there is none, so that the IRI is relative.
@inline(__always)
func schemeLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  guard let first = bytes.first, isLetter(first) else { return 0 }
  for index in 1..<bytes.count {
    let byte = bytes[index]
    if byte == UInt8(ascii: ":") { return index }
    if isLetter(byte) || isDigit(byte) { continue }
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") { continue }
    return 0
  }
  return 0
}

@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

/// The value of a hexadecimal digit, nil for any other byte.
@inline(__always)
func hexValue(_ byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
  default: nil
  }
}

/// PN_CHARS_BASE (Turtle §6.5).
func isNameStart(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
    0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
    0x10000...0xEFFFF:
    true
  default: false
  }
}

/// PN_CHARS (Turtle §6.5).
func isNamePart(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x2D, 0x5F, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
  default: isNameStart(scalar)
  }
}

/// The length of the well-formed UTF-8 sequence at `start` (Unicode table 3-7), 0 where it is ill-formed or cut off.
@inline(__always)
func sequenceLength(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
  let lead = start[0]
  if lead < 0x80 { return 1 }
  let room = end - start
  if lead < 0xC2 { return 0 }
  if lead < 0xE0 { return room >= 2 && start[1] & 0xC0 == 0x80 ? 2 : 0 }
  if lead < 0xF0 {
    guard room >= 3, start[1] & 0xC0 == 0x80, start[2] & 0xC0 == 0x80 else { return 0 }
    if lead == 0xE0 && start[1] < 0xA0 || lead == 0xED && start[1] > 0x9F { return 0 }
    return 3
  }
  guard lead < 0xF5, room >= 4 else { return 0 }
  guard start[1] & 0xC0 == 0x80, start[2] & 0xC0 == 0x80, start[3] & 0xC0 == 0x80 else { return 0 }
  if lead == 0xF0 && start[1] < 0x90 || lead == 0xF4 && start[1] > 0x8F { return 0 }
  return 4
}

/// The scalar of a well-formed sequence of `length` bytes at `start`.
@inline(__always)
func decodeScalar(_ start: UnsafePointer<UInt8>, length: Int) -> UInt32 {
  let first = UInt32(start[0])
  switch length {
  case 1: return first
  case 2: return (first & 0x1F) << 6 | UInt32(start[1] & 0x3F)
  case 3: return (first & 0x0F) << 12 | UInt32(start[1] & 0x3F) << 6 | UInt32(start[2] & 0x3F)
  default:
    return (first & 0x07) << 18 | UInt32(start[1] & 0x3F) << 12 | UInt32(start[2] & 0x3F) << 6
      | UInt32(start[3] & 0x3F)
  }
}

/// Whether `iri` has a scheme and no character that an IRIREF cannot hold.
public func isAbsoluteIRI(_ iri: UnsafeBufferPointer<UInt8>) -> Bool {
  schemeLength(iri) > 0 && holdsOnlyIRIBytes(iri)
}

/// Whether all bytes may stand in an IRIREF, those above 0x7F taken as they are; eight at a time.
@inline(__always)
func holdsOnlyIRIBytes(_ iri: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let start = iri.baseAddress else { return true }
  let ones: UInt64 = 0x0101_0101_0101_0101
  let high: UInt64 = 0x8080_8080_8080_8080
  var index = 0
  while index + 8 <= iri.count {
    let word = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
    // With bit 5 set `\^{|}` are 0x7B…0x7E, and so are `[]~`, which are looked at one by one below.
    let brackets = (word | ones &* 0x20) & ~high &+ ones &* 0x05
    let quote = word ^ ones &* 0x22
    // `<` and `>` differ in bit 1 only.
    let angle = (word | ones &* 0x02) ^ ones &* 0x3E
    let tick = word ^ ones &* 0x60
    let found =
      (brackets | (word &- ones &* 0x21) | (quote &- ones) | (angle &- ones) | (tick &- ones)) & ~word & high
    if found != 0 {
      for byte in iri[index..<index + 8] where byte < 0x80 && !isIRIByte(byte) { return false }
    }
    index += 8
  }
  return iri[index...].allSatisfy { isIRIByte($0) || $0 >= 0x80 }
}

/// Whether `tag` has the form of a language tag (Turtle §6.5: LANGTAG).
public func isLanguageTag(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
  var isFirst = true
  var length = 0
  for byte in tag {
    if byte == UInt8(ascii: "-"), length > 0 {
      isFirst = false
      length = 0
    } else if isLetter(byte) || !isFirst && isDigit(byte) {
      length += 1
    } else {
      return false
    }
  }
  return length > 0
}
