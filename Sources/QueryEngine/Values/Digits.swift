/// A whole number without sign and of any length, in groups of nine decimal digits, the lowest first; zero has none.
///
/// Decimal groups, because what is done most is reading, printing, and shifting by powers of ten.
struct Digits: Hashable, Sendable {
  private(set) var groups: [UInt32]

  static let groupSize = 9
  private static let base: UInt64 = 1_000_000_000

  private init(trimming groups: [UInt32]) {
    self.groups = groups
    while self.groups.last == 0 { self.groups.removeLast() }
  }

  init(_ number: UInt128) {
    var rest = number
    groups = []
    while rest > 0 {
      let (quotient, group) = rest.quotientAndRemainder(dividingBy: UInt128(Digits.base))
      groups.append(UInt32(group))
      rest = quotient
    }
  }

  /// The number that ASCII digits write.
  init(_ ascii: some BidirectionalCollection<UInt8>) {
    groups = []
    var end = ascii.endIndex
    while end > ascii.startIndex {
      let start =
        ascii.index(end, offsetBy: -Digits.groupSize, limitedBy: ascii.startIndex) ?? ascii.startIndex
      groups.append(ascii[start..<end].reduce(0) { $0 * 10 + UInt32($1 & 15) })
      end = start
    }
    while groups.last == 0 { groups.removeLast() }
  }

  var isZero: Bool { groups.isEmpty }

  /// Decimal digits; 0 for zero.
  var count: Int {
    groups.last.map { (groups.count - 1) * Digits.groupSize + String($0).utf8.count } ?? 0
  }

  var description: String {
    guard let first = groups.last else { return "0" }
    return groups.dropLast().reversed().reduce(into: String(first)) { text, group in
      let digits = String(group)
      text += String(repeating: "0", count: Digits.groupSize - digits.utf8.count) + digits
    }
  }

  /// nil where it does not fit.
  var small: UInt128? {
    var number: UInt128 = 0
    for group in groups.reversed() {
      let (shifted, overflow) = number.multipliedReportingOverflow(by: UInt128(Digits.base))
      let (sum, carry) = shifted.addingReportingOverflow(UInt128(group))
      if overflow || carry { return nil }
      number = sum
    }
    return number
  }

  static func power(_ exponent: Int) -> Digits {
    var groups = [UInt32](repeating: 0, count: exponent / groupSize)
    groups.append((0..<exponent % groupSize).reduce(1) { power, _ in power * 10 })
    return Digits(trimming: groups)
  }

  /// Negative, zero or positive.
  func order(_ other: Digits) -> Int {
    if groups.count != other.groups.count { return groups.count - other.groups.count }
    for (left, right) in zip(groups.reversed(), other.groups.reversed()) where left != right {
      return left < right ? -1 : 1
    }
    return 0
  }

  static func + (left: Digits, right: Digits) -> Digits {
    var groups: [UInt32] = []
    var carry: UInt64 = 0
    for index in 0..<max(left.groups.count, right.groups.count) {
      carry += left[index] + right[index]
      groups.append(UInt32(carry % base))
      carry /= base
    }
    if carry > 0 { groups.append(UInt32(carry)) }
    return Digits(trimming: groups)
  }

  /// The difference; `right` is not the greater.
  static func - (left: Digits, right: Digits) -> Digits {
    var groups: [UInt32] = []
    var borrow: UInt64 = 0
    for index in left.groups.indices {
      let taken = right[index] + borrow
      borrow = left[index] < taken ? 1 : 0
      groups.append(UInt32(left[index] + borrow * base - taken))
    }
    return Digits(trimming: groups)
  }

  static func * (left: Digits, right: Digits) -> Digits {
    var groups = [UInt32](repeating: 0, count: left.groups.count + right.groups.count)
    for (index, group) in left.groups.enumerated() {
      var carry: UInt64 = 0
      for other in 0..<right.groups.count + 1 where index + other < groups.count {
        carry += UInt64(groups[index + other]) + UInt64(group) * right[other]
        groups[index + other] = UInt32(carry % base)
        carry /= base
      }
    }
    return Digits(trimming: groups)
  }

  /// Long division (Knuth, The Art of Computer Programming, 4.3.1 D); `divisor` is not zero.
  func quotientAndRemainder(dividingBy divisor: Digits) -> (quotient: Digits, remainder: Digits) {
    if order(divisor) < 0 { return (Digits(0), self) }
    if divisor.groups.count == 1 { return divided(by: divisor[0]) }
    // Both are scaled so that the divisor's highest group is at least half the base.
    let scale = Digits(UInt128(Digits.base / (divisor[divisor.groups.count - 1] + 1)))
    let divisor = divisor * scale
    var rest = (self * scale).groups + [0]
    let size = divisor.groups.count
    var quotient = [UInt32](repeating: 0, count: rest.count - size)
    for place in quotient.indices.reversed() {
      let top = UInt64(rest[place + size]) * Digits.base + UInt64(rest[place + size - 1])
      var (guess, excess) = top.quotientAndRemainder(dividingBy: divisor[size - 1])
      let next = UInt64(rest[place + size - 2])
      while guess >= Digits.base || guess * divisor[size - 2] > excess * Digits.base + next {
        guess -= 1
        excess += divisor[size - 1]
        if excess >= Digits.base { break }
      }
      if Digits.subtract(guess, divisor, from: &rest, at: place) {
        guess -= 1
        Digits.addBack(divisor, to: &rest, at: place)
      }
      quotient[place] = UInt32(guess)
    }
    return (Digits(trimming: quotient), Digits(trimming: rest).divided(by: scale[0]).quotient)
  }

  private func divided(by divisor: UInt64) -> (quotient: Digits, remainder: Digits) {
    var quotient = groups
    var rest: UInt64 = 0
    for index in groups.indices.reversed() {
      let value = rest * Digits.base + self[index]
      quotient[index] = UInt32(value / divisor)
      rest = value % divisor
    }
    return (Digits(trimming: quotient), Digits(UInt128(rest)))
  }

  /// `rest` at `place` less `factor` times `divisor`; true where that is below zero, which wraps around.
  private static func subtract(_ factor: UInt64, _ divisor: Digits, from rest: inout [UInt32], at place: Int)
    -> Bool
  {
    var carry: UInt64 = 0
    for index in 0...divisor.groups.count {
      let taken = factor * divisor[index] + carry
      let low = taken % base
      let value = UInt64(rest[place + index])
      carry = taken / base + (value < low ? 1 : 0)
      rest[place + index] = UInt32(value < low ? value + base - low : value - low)
    }
    return carry > 0
  }

  private static func addBack(_ divisor: Digits, to rest: inout [UInt32], at place: Int) {
    var carry: UInt64 = 0
    for index in 0...divisor.groups.count {
      carry += UInt64(rest[place + index]) + divisor[index]
      rest[place + index] = UInt32(carry % base)
      carry /= base
    }
  }

  /// The group at `index`, 0 beyond the last.
  private subscript(index: Int) -> UInt64 { index < groups.count ? UInt64(groups[index]) : 0 }
}
