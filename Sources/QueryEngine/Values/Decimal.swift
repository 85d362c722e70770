/// An exact decimal number, mantissa × 10⁻ˢᶜᵃˡᵉ (`xsd:decimal`, XML Schema part 2 §3.3.3).
///
///     Decimal(parsing: "1.50")   // 15 × 10⁻¹
///
/// The fraction has no trailing zeros, so equal numbers have equal parts. Results that do not fit 38 digits are nil;
/// `LargeNumber` holds them.
public struct Decimal: Hashable, Sendable {
  public let mantissa: Int128
  /// Digits of the fraction, 0…38.
  public let scale: Int

  public init(_ integer: Int128) {
    mantissa = integer
    scale = 0
  }

  /// `mantissa` × 10⁻ˢᶜᵃˡᵉ; `scale` is 0…38.
  public init(mantissa: Int128, scale: Int) {
    var mantissa = mantissa
    var scale = mantissa == 0 ? 0 : scale
    while scale > 0 {
      let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: 10)
      if remainder != 0 { break }
      mantissa = quotient
      scale -= 1
    }
    self.mantissa = mantissa
    self.scale = scale
  }

  /// Digits of the fraction that a quotient has at least, where it does not end before.
  static let precision = 18

  /// Digits of the fraction that division gives at most.
  static let quotientDigits = 24

  /// 10⁰…10³⁸.
  static let powers: [Int128] = (0..<38).reduce(into: [1]) { powers, _ in powers.append(powers.last! * 10) }

  /// 10⁰…10²², which doubles hold exactly.
  static let exactPowers: [Double] = powers[...22].map { Double($0) }

  public static let zero = Decimal(0)

  var isInteger: Bool { scale == 0 }
}

extension Decimal {
  /// The value of `xsd:decimal`'s lexical form (`-1`, `+1.50`, `.5`, `1.`); nil where it is none or has too many digits.
  public init?(parsing bytes: UnsafeBufferPointer<UInt8>) {
    if let short = Decimal(short: bytes) {
      self = short
      return
    }
    var index = 0
    var negative = false
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      negative = first == UInt8(ascii: "-")
      index = 1
    }
    var mantissa: Int128 = 0
    var scale = 0
    var digits = 0
    var inFraction = false
    var zeros = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "."), !inFraction {
        inFraction = true
        continue
      }
      guard let digit = byte.digit else { return nil }
      digits += 1
      if inFraction && digit == 0 {
        zeros += 1
        continue
      }
      // Zeros of the fraction count only once another digit follows them.
      let shift = inFraction ? zeros + 1 : 1
      zeros = 0
      guard shift <= 38 else { return nil }
      let (shifted, overflow) = mantissa.multipliedReportingOverflow(by: Decimal.powers[shift])
      let (sum, carry) = shifted.addingReportingOverflow(Int128(digit))
      if overflow || carry { return nil }
      mantissa = sum
      if inFraction { scale += shift }
    }
    guard digits > 0, scale <= 38 else { return nil }
    self.init(mantissa: negative ? -mantissa : mantissa, scale: scale)
  }

  /// The same for at most 18 characters, whose digits fit a machine word; nil also for every longer text.
  private init?(short bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= 18, let first = bytes.first else { return nil }
    let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    var mantissa = 0
    var point: Int?
    var end = bytes.count
    if bytes.contains(UInt8(ascii: ".")) {
      while bytes[end - 1] == UInt8(ascii: "0") { end -= 1 }
    }
    var digits = bytes.count - end
    for index in (isSigned ? 1 : 0)..<max(end, isSigned ? 1 : 0) {
      if let digit = bytes[index].digit {
        mantissa = mantissa * 10 + digit
        digits += 1
      } else {
        guard bytes[index] == UInt8(ascii: "."), point == nil else { return nil }
        point = index
      }
    }
    guard digits > 0 else { return nil }
    self.mantissa = Int128(first == UInt8(ascii: "-") ? -mantissa : mantissa)
    scale = point.map { end - $0 - 1 } ?? 0
  }

  /// The canonical form: `1.5`, `-0.25`, and `2` where there is no fraction (XML Schema 1.1, XPath casts).
  public var description: String {
    if scale == 0 { return String(mantissa) }
    let digits = String(mantissa.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    let whole = padded.utf8.count - scale
    return (mantissa < 0 ? "-" : "") + padded.prefix(whole) + "." + padded.suffix(scale)
  }
}
