/// Packs numbers into consecutive bits of a fixed width, least significant first.
///
/// Readers load eight bytes (sixteen for widths above 56) at any value, so packed bits need 16 readable bytes after them.
enum BitPacking {
  @inline(__always)
  static func width(of value: UInt64) -> Int { 64 - value.leadingZeroBitCount }

  /// The value at `index`.
  @inline(__always)
  static func value(_ bits: UnsafeRawPointer, _ index: Int, width: Int) -> UInt64 {
    let position = index &* width
    let place = bits + (position >> 3)
    let shift = UInt64(position & 7)
    let mask = UInt64.max >> UInt64(64 &- width)
    let low = place.loadUnaligned(as: UInt64.self) &>> shift
    if width <= 56 || shift == 0 { return low & mask }
    let high = place.loadUnaligned(fromByteOffset: 8, as: UInt64.self) &<< (64 &- shift)
    return (low | high) & mask
  }

  /// Writes `base` + value for the first `count` values.
  static func unpack(
    _ bits: UnsafeRawPointer, width: Int, base: UInt64, count: Int,
    into output: UnsafeMutablePointer<UInt64>
  ) {
    if width > 56 {
      for index in 0..<count { output[index] = base &+ value(bits, index, width: width) }
      return
    }
    let mask = UInt64.max >> UInt64(64 &- width)
    var position = 0
    for index in 0..<count {
      let word = (bits + (position >> 3)).loadUnaligned(as: UInt64.self)
      output[index] = base &+ ((word &>> UInt64(position & 7)) & mask)
      position &+= width
    }
  }

  /// Writes the running sum of `start` and the values.
  static func sum(
    _ bits: UnsafeRawPointer, width: Int, start: UInt64, count: Int,
    into output: UnsafeMutablePointer<UInt64>
  ) {
    var state = start
    if width > 56 {
      for index in 0..<count {
        state = state &+ value(bits, index, width: width)
        output[index] = state
      }
      return
    }
    let mask = UInt64.max >> UInt64(64 &- width)
    var position = 0
    for index in 0..<count {
      let word = (bits + (position >> 3)).loadUnaligned(as: UInt64.self)
      state = state &+ ((word &>> UInt64(position & 7)) & mask)
      output[index] = state
      position &+= width
    }
  }

  /// Packs `values`; `output` must be zero for `count × width` bits and 16 bytes more.
  static func pack(
    _ values: UnsafePointer<UInt64>, count: Int, width: Int, into output: UnsafeMutableRawPointer
  ) {
    for index in 0..<count {
      let position = index &* width
      let place = output + (position >> 3)
      let shift = UInt64(position & 7)
      let value = values[index]
      let word = place.loadUnaligned(as: UInt64.self) | value &<< shift
      place.storeBytes(of: word, as: UInt64.self)
      if shift != 0, width > 56 {
        let rest = value &>> (64 &- shift)
        let next = (place + 8).loadUnaligned(as: UInt64.self) | rest
        (place + 8).storeBytes(of: next, as: UInt64.self)
      }
    }
  }
}
