/// What sorts by radix share: only the bits that differ at all are looked at, in digits of eleven bits, the lowest first.
public enum RadixSort {
  @usableFromInline static let digitBits: UInt64 = 11

  /// Where the digits begin in which words differ, the lowest first.
  ///
  /// - Parameters:
  ///   - union: the bits that are set in any word.
  ///   - common: the bits that are set in all.
  public static func digits(union: UInt64, common: UInt64) -> [UInt64] {
    var varying = union & ~common
    var shifts: [UInt64] = []
    while varying != 0 {
      let shift = UInt64(varying.trailingZeroBitCount)
      shifts.append(shift)
      varying &= UInt64.max << (shift + digitBits)
    }
    return shifts
  }

  /// One stable distribution of `source` by the digit at `shift` of each element's word.
  ///
  /// - Parameters:
  ///   - output: room for as many elements.
  ///   - form: what is written for an element.
  @inlinable
  public static func distribute<Element>(
    _ source: UnsafeBufferPointer<Element>, into output: UnsafeMutablePointer<Element>, by shift: UInt64,
    of word: (UnsafePointer<Element>) -> UInt64, as form: (Element) -> Element = { $0 }
  ) {
    guard let first = source.baseAddress else { return }
    let mask = (1 as UInt64) << digitBits - 1
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << Int(digitBits)) { places in
      places.initialize(repeating: 0)
      for index in 0..<source.count { places[Int(word(first + index) &>> shift & mask)] &+= 1 }
      var sum = 0
      for digit in places.indices { (places[digit], sum) = (sum, sum &+ places[digit]) }
      for index in 0..<source.count {
        let digit = Int(word(first + index) &>> shift & mask)
        output[places[digit]] = form(first[index])
        places[digit] &+= 1
      }
    }
  }
}
