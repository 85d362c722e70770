import Glibc

/// Search for bytes, sixteen places at a time.
enum ByteSearch {
  /// The offset of the first place where `text` has the bytes of `needle`; with `ignoringCase` the needle is ASCII in lower case and
  /// found in either case.
  ///
  /// First and last byte of the needle are compared in a whole vector of places; only where both fit is the rest looked at
  /// (W. Muła, "SIMD-friendly algorithms for substring searching").
  static func offset(
    of needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, ignoringCase: Bool
  ) -> Int? {
    if needle.isEmpty { return 0 }
    guard text.count >= needle.count, let base = text.baseAddress else { return nil }
    let last = needle.count - 1
    let places = text.count - last
    let raw = UnsafeRawPointer(base)
    let caseBit: UInt8 = ignoringCase ? 0x20 : 0
    let first = SIMD16<UInt8>(repeating: needle[0] | caseBit)
    let final = SIMD16<UInt8>(repeating: needle[last] | caseBit)
    let bit = SIMD16<UInt8>(repeating: caseBit)
    var place = 0
    while place + 16 <= places {
      let heads = raw.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self) | bit
      let tails = raw.loadUnaligned(fromByteOffset: place + last, as: SIMD16<UInt8>.self) | bit
      // Zero where both fit; most vectors have no zero byte.
      let misses = (heads ^ first) | (tails ^ final)
      if hasZeroByte(misses) {
        for lane in 0..<16 where misses[lane] == 0 {
          if fits(needle, base + place + lane, ignoringCase) { return place + lane }
        }
      }
      place += 16
    }
    while place < places {
      if fits(needle, base + place, ignoringCase) { return place }
      place += 1
    }
    return nil
  }

  /// May also say so of a vector with a one beside a zero; never misses a zero (H. Warren, "Hacker's Delight" §6–1).
  @inline(__always)
  private static func hasZeroByte(_ bytes: SIMD16<UInt8>) -> Bool {
    let words = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    let zeros =
      (words &- SIMD2(repeating: 0x0101_0101_0101_0101)) & ~words & SIMD2(repeating: 0x8080_8080_8080_8080)
    return zeros[0] | zeros[1] != 0
  }

  private static func fits(
    _ needle: UnsafeBufferPointer<UInt8>, _ text: UnsafePointer<UInt8>, _ ignoringCase: Bool
  ) -> Bool {
    guard ignoringCase else { return memcmp(needle.baseAddress.unsafelyUnwrapped, text, needle.count) == 0 }
    for index in 0..<needle.count where text[index].lowercased != needle[index] { return false }
    return true
  }

  /// True where the text may hold a letter outside ASCII that case mapping or folding turns into an ASCII one: İ (C4 B0), ı (C4 B1),
  /// ſ (C5 BF) and the Kelvin sign (E2 84 AA).
  static func mayFoldToASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return false }
    let raw = UnsafeRawPointer(base)
    var place = 0
    while place + 16 <= text.count {
      let bytes = raw.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
      // C4 and C5 differ in their last bit only.
      let misses = pointwiseMin((bytes & 0xFE) ^ 0xC4, bytes ^ 0xE2)
      if hasZeroByte(misses), folds(text, place..<place + 16) { return true }
      place += 16
    }
    return folds(text, place..<text.count)
  }

  /// Whether a letter that folds to an ASCII one begins at one of some places.
  private static func folds(_ text: UnsafeBufferPointer<UInt8>, _ places: Range<Int>) -> Bool {
    for place in places where place + 1 < text.count {
      switch (text[place], text[place + 1]) {
      case (0xC4, 0xB0), (0xC4, 0xB1), (0xC5, 0xBF), (0xE2, 0x84): return true
      default: break
      }
    }
    return false
  }
}
