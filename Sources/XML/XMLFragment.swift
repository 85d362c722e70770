/// Markup put together by hand and handed to `XMLWriter.write` in one piece, several times as fast as element by element.
///
///     fragment.line(depth: 1)
///     fragment.markup("<data key=\"label\">")
///     try fragment.text(bytes)
///     fragment.markup("</data>")
///
/// Only text and attribute values are checked and escaped; the markup is the caller's. Memory is kept from use to use.
public final class XMLFragment {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var used = 0
  @usableFromInline var capacity = 1 << 12

  public init() { start = .allocate(capacity: 1 << 12) }

  deinit { start.deallocate() }

  /// What was put together; valid until more is.
  public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: used) }

  public func removeAll() { used = 0 }

  /// A line break and two spaces for each level of `depth`, eight at most.
  public func line(depth: Int) {
    let blanks: StaticString = "\n                "
    markup(UnsafeBufferPointer(start: blanks.utf8Start, count: 1 + 2 * min(depth, 8)))
  }

  /// Markup as it stands.
  @inlinable
  public func markup(_ text: StaticString) {
    markup(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Markup as it stands: names that were checked.
  public func markup(_ text: [UInt8]) { text.withUnsafeBufferPointer { markup($0) } }

  /// Markup as it stands: names that were checked.
  @inlinable
  public func markup(_ text: UnsafeBufferPointer<UInt8>) {
    guard let source = text.baseAddress else { return }
    if capacity - used < text.count { grow(text.count) }
    (start + used).update(from: source, count: text.count)
    used += text.count
  }

  /// Makes room for `count` bytes more.
  @usableFromInline func grow(_ count: Int) {
    capacity = 2 * (used + count)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: used)
    start.deallocate()
    start = larger
  }

  /// Character data; a carriage return is written as a reference, so that it is read back.
  public func text(_ text: UnsafeBufferPointer<UInt8>) throws(XMLText.Forbidden) {
    try escape(text, inAttribute: false)
  }

  /// The value of an attribute, without the quotes around it.
  public func value(_ text: UnsafeBufferPointer<UInt8>) throws(XMLText.Forbidden) {
    try escape(text, inAttribute: true)
  }

  @inline(__always)
  private func escape(
    _ text: UnsafeBufferPointer<UInt8>, inAttribute: Bool
  ) throws(XMLText.Forbidden) {
    guard let start = text.baseAddress else { return }
    var from = 0
    var index = 0
    while true {
      index = plainEnd(start, index, text.count, inAttribute)
      if index == text.count { break }
      let byte = start[index]
      if byte >= 0x80 {
        index += try XMLText.decode(text, at: index).get()
        continue
      }
      guard let reference = try reference(byte, inAttribute) else {
        index += 1
        continue
      }
      markup(UnsafeBufferPointer(start: start + from, count: index - from))
      markup(reference)
      index += 1
      from = index
    }
    markup(UnsafeBufferPointer(start: start + from, count: text.count - from))
  }

  /// What stands for `byte`; nil: itself.
  private func reference(_ byte: UInt8, _ inAttribute: Bool) throws(XMLText.Forbidden) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): inAttribute ? "&quot;" : nil
    case 0x0D: "&#13;"
    case 0x0A: inAttribute ? "&#10;" : nil
    case 0x09: inAttribute ? "&#9;" : nil
    default: throw XMLText.Forbidden(scalar: UInt32(byte))
    }
  }
}

/// The first place from `index` on whose byte may not stand for itself: no printable ASCII, or one of `&<>`, in attributes also
/// `"`; eight bytes at a time.
@inline(__always)
private func plainEnd(
  _ start: UnsafePointer<UInt8>, _ index: Int, _ count: Int, _ inAttribute: Bool
) -> Int {
  let ones: UInt64 = 0x0101_0101_0101_0101
  var index = index
  while index + 8 <= count {
    let word = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
    let ampersand = word ^ ones &* 0x26
    // `<` and `>` differ in bit 1 only.
    let angle = (word | ones &* 0x02) ^ ones &* 0x3E
    let quote = inAttribute ? word ^ ones &* 0x22 : ones
    let found =
      (word | ((word &- ones &* 0x20) | (ampersand &- ones) | (angle &- ones) | (quote &- ones)) & ~word)
      & 0x8080_8080_8080_8080
    // The lowest bit set stands for a byte that was found; those above may be borrows.
    if found != 0 { return index + found.trailingZeroBitCount / 8 }
    index += 8
  }
  while index < count, isPlain(start[index]) || !inAttribute && start[index] == UInt8(ascii: "\"") {
    index += 1
  }
  return index
}

/// Whether a byte stands for itself everywhere: printable ASCII without `"&<>`, and U+007F.
@inline(__always)
private func isPlain(_ byte: UInt8) -> Bool {
  // Bit n stands for byte n.
  let low: UInt64 = 0xAFFF_FFBB_0000_0000
  return byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 0x80
}
