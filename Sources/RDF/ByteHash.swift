@preconcurrency import Glibc

/// A hash of bytes: the same on every run and machine, eight bytes a step, a 64×64→128-bit multiplication folded.
///
/// Long inputs go in four lanes, so that one multiplication need not wait for the one before.
public enum ByteHash {
  @usableFromInline static let first: UInt64 = 0xA076_1D64_78BD_642F
  @usableFromInline static let second: UInt64 = 0xE703_7ED1_A0B4_28DB

  @inlinable @inline(__always)
  static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  @inlinable
  public static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var state = seed ^ first
    let count = bytes.count
    guard let base = bytes.baseAddress else { return mix(state, second) }
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var offset = 0
    if count >= 128 {
      var (a, b, c, d) = (state, state &+ second, ~state, second &- state)
      while offset + 32 <= count {
        a = mix(a ^ word(offset), second)
        b = mix(b ^ word(offset + 8), second)
        c = mix(c ^ word(offset + 16), second)
        d = mix(d ^ word(offset + 24), second)
        offset += 32
      }
      state = mix(mix(mix(a ^ first, second) ^ b, second) ^ c, second) ^ d
    }
    while offset + 8 <= count {
      state = mix(state ^ word(offset), second)
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < count {
      tail = tail << 8 | UInt64(base.load(fromByteOffset: offset, as: UInt8.self))
      offset += 1
    }
    return mix(state ^ tail, UInt64(truncatingIfNeeded: count) ^ first)
  }

  /// A checksum of 32 bits.
  @inlinable
  public static func checksum(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt32 {
    UInt32(truncatingIfNeeded: hash(bytes, seed: seed))
  }
}

extension ByteHash {
  /// Whether two texts are the same bytes.
  @inlinable @inline(__always)
  public static func equal(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    guard let first = left.baseAddress, let second = right.baseAddress else { return true }
    return memcmp(first, second, left.count) == 0
  }
}
