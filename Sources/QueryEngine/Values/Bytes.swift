import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// True where both hold the same bytes.
  @inline(__always)
  func equals(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    count == other.count
      && (count == 0
        || memcmp(baseAddress.unsafelyUnwrapped, other.baseAddress.unsafelyUnwrapped, count) == 0)
  }

  /// Negative, zero or positive by unsigned bytes, which for UTF-8 is the order of code points.
  @inline(__always)
  func order(_ other: UnsafeBufferPointer<UInt8>) -> Int {
    let shared = Swift.min(count, other.count)
    if shared > 0 {
      let difference = memcmp(baseAddress.unsafelyUnwrapped, other.baseAddress.unsafelyUnwrapped, shared)
      if difference != 0 { return Int(difference) }
    }
    return count - other.count
  }

  /// True where both hold the same text but for the case of ASCII letters.
  func equalsIgnoringCase(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where self[index].lowercased != other[index].lowercased { return false }
    return true
  }

  /// The bytes at `range`, in place.
  @inline(__always)
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[range])
  }

  /// The bytes without XML white space at either end.
  var trimmed: UnsafeBufferPointer<UInt8> {
    var low = 0
    var high = count
    while low < high, self[low].isXMLSpace { low += 1 }
    while high > low, self[high - 1].isXMLSpace { high -= 1 }
    return slice(low..<high)
  }

  /// The offset of the first occurrence of `needle`, nil where there is none.
  @inline(__always)
  func offset(of needle: UnsafeBufferPointer<UInt8>) -> Int? {
    ByteSearch.offset(of: needle, in: self, ignoringCase: false)
  }

  func starts(with prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    count >= prefix.count && slice(0..<prefix.count).equals(prefix)
  }

  func ends(with suffix: UnsafeBufferPointer<UInt8>) -> Bool {
    count >= suffix.count && slice(count - suffix.count..<count).equals(suffix)
  }

  var isASCII: Bool {
    var bits: UInt8 = 0
    for byte in self { bits |= byte }
    return bits < 0x80
  }

  /// Unicode scalars in well-formed UTF-8.
  var scalarCount: Int {
    var scalars = 0
    for byte in self where byte & 0xC0 != 0x80 { scalars += 1 }
    return scalars
  }
}

extension UInt8 {
  /// The lower-case letter of an ASCII capital, every other byte as it is.
  @inline(__always)
  var lowercased: UInt8 { self &- 65 < 26 ? self | 0x20 : self }

  @inline(__always)
  var uppercased: UInt8 { self &- 97 < 26 ? self & 0xDF : self }

  @inline(__always)
  var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  /// The value of an ASCII digit, nil for any other byte.
  @inline(__always)
  var digit: Int? { self &- 48 < 10 ? Int(self &- 48) : nil }
}
