/// Memory for the terms of one statement that hold escapes (N-Triples §7: ECHAR and UCHAR).
struct UnescapedText: ~Copyable {
  enum Kind {
    /// UCHAR only, and what it stands for must be a character that an IRI may hold.
    case iri
    case string
  }

  /// Where in the piece an escape is wrong.
  struct Failure: Error {
    let message: String
    let offset: Int
    let length: Int
  }

  private var memory = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
  private var capacity = 256
  private var used = 0

  var isEmpty: Bool { used == 0 }

  deinit { memory.deallocate() }

  /// Forgets the last statement's pieces.
  mutating func reset() { used = 0 }

  /// Makes room for `count` bytes; only while empty, since pieces handed out point into the memory.
  mutating func reserve(_ count: Int) {
    guard used == 0, count > capacity else { return }
    memory.deallocate()
    capacity = max(count, 2 * capacity)
    memory = .allocate(capacity: capacity)
  }

  /// `raw` with its escapes replaced, never longer than `raw`.
  mutating func append(
    _ raw: UnsafeBufferPointer<UInt8>, _ kind: Kind
  ) -> Result<UnsafeBufferPointer<UInt8>, Failure> {
    let place = memory + used
    return UnescapedText.unescape(raw, kind, to: place).map { count in
      used += count
      return UnsafeBufferPointer(start: place, count: count)
    }
  }

  /// Writes `raw` with its escapes replaced to `place`, which has room for as many bytes, and gives their number.
  static func unescape(
    _ raw: UnsafeBufferPointer<UInt8>, _ kind: Kind, to place: UnsafeMutablePointer<UInt8>
  ) -> Result<Int, Failure> {
    var used = 0
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      index += 1
      if byte != UInt8(ascii: "\\") {
        place[used] = byte
        used += 1
        continue
      }
      let letter = index < raw.count ? raw[index] : 0
      index += 1
      switch letter {
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        let digits = letter == UInt8(ascii: "u") ? 4 : 8
        guard let scalar = scalar(raw, from: index, digits: digits),
          kind == .string || scalar.value >= 0x80 || isIRIByte(UInt8(scalar.value))
        else { return .failure(failure(raw, from: index - 2, length: digits + 2)) }
        for unit in UTF8.encode(scalar).unsafelyUnwrapped {
          place[used] = unit
          used += 1
        }
        index += digits
      default:
        guard kind == .string, let byte = character(letter) else {
          return .failure(failure(raw, from: index - 2, length: 2))
        }
        place[used] = byte
        used += 1
      }
    }
    return .success(used)
  }

  private static func failure(_ raw: UnsafeBufferPointer<UInt8>, from offset: Int, length: Int) -> Failure {
    let length = min(length, raw.count - offset)
    let text = String(decoding: raw[offset..<(offset + length)], as: UTF8.self)
    return Failure(message: "'\(text)' is not an escape that may stand here", offset: offset, length: length)
  }

  /// ECHAR: the character that `\letter` stands for.
  private static func character(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): letter
    default: nil
    }
  }

  /// UCHAR: nil for a surrogate, a number beyond Unicode, or missing digits.
  private static func scalar(
    _ raw: UnsafeBufferPointer<UInt8>, from index: Int, digits: Int
  ) -> Unicode.Scalar? {
    guard index + digits <= raw.count else { return nil }
    var value: UInt32 = 0
    for offset in index..<(index + digits) {
      guard value < 1 << 28, let digit = hexValue(raw[offset]) else { return nil }
      value = value << 4 | digit
    }
    return Unicode.Scalar(value)
  }
}
