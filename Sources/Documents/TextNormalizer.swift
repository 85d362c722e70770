/// Gives the same words the same bytes, whatever form they came in.
///
/// White space of every kind, U+00A0 and U+202F included, becomes one blank; U+2010 and U+2011 become '-'; soft hyphens,
/// zero-width spaces and direction marks go.
public enum TextNormalizer {
  public static func normalized(_ text: String) -> String {
    String(decoding: normalized(Array(text.utf8)), as: UTF8.self)
  }

  /// - Complexity: O(bytes).
  public static func normalized(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { append($0, to: &out) }
    while out.last == 0x20 { out.removeLast() }
    return out
  }

  /// Appends `bytes` normalized to `out`; a blank at the seam is kept single, one at the start of `out` dropped.
  ///
  /// - Complexity: O(bytes); words that need no change are copied many at once.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var at = 0
    while at < bytes.count {
      let start = at
      while at < bytes.count, isPlain(bytes[at]) || bytes[at] == 0x20 && at > start && bytes[at - 1] != 0x20 {
        at += 1
      }
      if at > start { out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at])) }
      guard at < bytes.count else { return }
      let (folded, length) = fold(bytes, at)
      switch folded {
      case .blank: if let last = out.last, last != 0x20 { out.append(0x20) }
      case .hyphen: out.append(UInt8(ascii: "-"))
      case .nothing: break
      case .itself: out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[at..<at + length]))
      }
      at += length
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  private enum Fold { case blank, hyphen, nothing, itself }

  /// What becomes of the scalar at `at`, and its length in bytes.
  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Fold, Int) {
    let first = bytes[at]
    if first <= 0x20 || first == 0x7F { return (.blank, 1) }
    let second = at + 1 < bytes.count ? bytes[at + 1] : 0
    let third = at + 2 < bytes.count ? bytes[at + 2] : 0
    switch (first, second, third) {
    case (0xC2, 0xA0, _), (0xC2, 0x85, _): return (.blank, 2)
    case (0xC2, 0xAD, _): return (.nothing, 2)
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
      (0xE3, 0x80, 0x80):
      return (.blank, 3)
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):
      return (.nothing, 3)
    case (0xE2, 0x80, 0x90...0x91): return (.hyphen, 3)
    default:
      let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      return (.itself, min(length, bytes.count - at))
    }
  }
}
