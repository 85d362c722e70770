/// Superscript digits in UTF-8.
enum Superscript {
  /// The digit at `at` and its length in bytes; nil where none stands there.
  @inline(__always)
  static func digit(_ bytes: [UInt8], _ at: Int) -> (digit: UInt8, length: Int)? {
    guard at + 1 < bytes.count else { return nil }
    if bytes[at] == 0xC2 {
      switch bytes[at + 1] {
      case 0xB9: return (1, 2)
      case 0xB2: return (2, 2)
      case 0xB3: return (3, 2)
      default: return nil
      }
    }
    guard bytes[at] == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x81 else { return nil }
    let last = bytes[at + 2]
    if last == 0xB0 { return (0, 3) }
    return last >= 0xB4 && last <= 0xB9 ? (last - 0xB0, 3) : nil
  }

  /// The raised form of a digit 0–9.
  static func written(_ digit: UInt8) -> Character {
    switch digit {
    case 1: "\u{B9}"
    case 2: "\u{B2}"
    case 3: "\u{B3}"
    default: Character(Unicode.Scalar(0x2070 + UInt32(digit)) ?? "\u{2070}")
    }
  }

  /// The number that a run of superscript digits at `at` writes, and the offset behind it.
  static func run(_ bytes: [UInt8], _ at: Int) -> (label: String, end: Int)? {
    var end = at
    var digits: [UInt8] = []
    while let (digit, length) = digit(bytes, end), digits.count < 4 {
      digits.append(digit + UInt8(ascii: "0"))
      end += length
    }
    return digits.isEmpty ? nil : (String(decoding: digits, as: UTF8.self), end)
  }
}
