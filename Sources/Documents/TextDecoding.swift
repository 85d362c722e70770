import Diagnostics

/// Brings the text of a file to UTF-8, whichever of UTF-8, UTF-16 and Latin-1 (Windows-1252) it is in.
enum TextDecoding {
  /// The text, whose lines end in line feeds: also where they end in carriage returns alone, as old Macintosh programs write them.
  ///
  /// - Throws: a `Diagnostic` where the file is empty or holds no text.
  static func utf8(_ bytes: [UInt8], name: String) throws -> [UInt8] {
    let text = try decoded(bytes, name: name)
    let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    return text.contains(feed) ? text : text.map { $0 == carriageReturn ? feed : $0 }
  }

  private static func decoded(_ bytes: [UInt8], name: String) throws -> [UInt8] {
    guard bytes.contains(where: { $0 > 0x20 }) else { throw Diagnostic.error("'\(name)' is empty") }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, bigEndian: true) }
    if bytes.prefix(4096).contains(0) {
      if let bigEndian = utf16Order(bytes.prefix(4096)) { return utf16(bytes, bigEndian: bigEndian) }
      throw Diagnostic.error("'\(name)' is a binary file, expected text, XML, Markdown or HTML")
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if isUTF8(bytes) { return start == 0 ? bytes : Array(bytes[start...]) }
    let controls = bytes.prefix(4096).reduce(0) {
      $0 + ($1 < 0x09 || ($1 > 0x0D && $1 < 0x20 && $1 != 0x1B) ? 1 : 0)
    }
    if controls > 8 {
      throw Diagnostic.error("'\(name)' is a binary file, expected text, XML, Markdown or HTML")
    }
    return latin1(bytes)
  }

  /// Whether every second byte is 0, as in UTF-16 of Latin letters; the byte order then.
  private static func utf16Order(_ bytes: ArraySlice<UInt8>) -> Bool? {
    var even = 0
    var odd = 0
    for (index, byte) in bytes.enumerated() where byte == 0 {
      if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    let half = bytes.count / 2
    if even > half * 6 / 10, odd == 0 { return true }
    if odd > half * 6 / 10, even == 0 { return false }
    return nil
  }

  private static func utf16(_ bytes: [UInt8], bigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = 0
    while at + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      at += 2
    }
    if units.first == 0xFEFF { units.removeFirst() }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  /// Windows-1252, of which Latin-1 is the part that matters.
  private static func latin1(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        out.append(byte)
      } else {
        let scalar = byte < 0xA0 ? windows[Int(byte) - 0x80] : UInt16(byte)
        out += String(Unicode.Scalar(scalar).map(Character.init) ?? "\u{FFFD}").utf8
      }
    }
    return out
  }

  /// What Windows-1252 has at 0x80–0x9F.
  private static let windows: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
