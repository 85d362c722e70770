/// Which of eight bytes are letters or digits of ASCII: the high bit of each that is.
enum ByteClasses {
  private static let high: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  static func letters(_ bytes: UInt64) -> UInt64 {
    let lowered = (bytes | 0x2020_2020_2020_2020) & ~high
    return (lowered &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(lowered &+ 0x0505_0505_0505_0505) & ~bytes & high
  }

  @inline(__always)
  static func digits(_ bytes: UInt64) -> UInt64 {
    let plain = bytes & ~high
    return (plain &+ 0x5050_5050_5050_5050) & ~(plain &+ 0x4646_4646_4646_4646) & ~bytes & high
  }
}
