import Testing

@testable import QueryEngine

@Suite("Decimals")
struct DecimalTests {
  /// A reproducible stream of numbers (xorshift).
  struct Numbers {
    var state: UInt64 = 0x2545_F491_4F6C_DD1D

    mutating func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
  }

  private func decimal(_ text: String) -> Decimal? {
    var text = text
    return text.withUTF8 { Decimal(parsing: $0) }
  }

  @Test func `sums, products and quotients obey the laws of arithmetic`() {
    var numbers = Numbers()
    for _ in 0..<5_000 {
      let a = Decimal(mantissa: Int128(numbers.next(2_000_000_001) - 1_000_000_000), scale: numbers.next(9))
      let b = Decimal(mantissa: Int128(numbers.next(2_000_001) - 1_000_000), scale: numbers.next(7))
      guard let sum: Decimal = a + b, let product: Decimal = a * b else {
        Issue.record("\(a) \(b)")
        continue
      }
      let difference: Decimal? = sum - b
      #expect(difference == a)
      #expect((product.double - a.double * b.double).magnitude <= 1e-9 * max(1, product.double.magnitude))
      #expect(sum.order(a) == Int(b.mantissa.signum()))
      if b != .zero {
        guard let quotient: Decimal = a / b else {
          Issue.record("\(a) \(b)")
          continue
        }
        #expect(
          (quotient.double - a.double / b.double).magnitude <= 1e-12 * max(1, quotient.double.magnitude))
        let back: Decimal? = product / b
        #expect(back == a)
      }
      #expect(decimal(a.description) == a)
      #expect(a.floor.order(a) <= 0 && a.ceiling.order(a) >= 0)
      let twice = Decimal(mantissa: a.mantissa * 2 + Decimal.powers[a.scale], scale: a.scale)
      #expect(a.rounded == twice.halved.floor)
    }
  }

  @Test(arguments: ["", "-", ".", "1e5", "1.2.3", "--1", "1 ", "١"])
  func `no decimal`(_ text: String) { #expect(decimal(text) == nil) }

  @Test(arguments: [
    ("1.50", "1.5"), ("+.5", "0.5"), ("-0.0", "0"), ("1.", "1"), ("000.2500", "0.25"),
    ("-12.0010", "-12.001"),
    ("0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001"),
    ("1.0000000000000000000000000000000000000000000000000000", "1"),
  ])
  func `canonical form`(_ text: String, _ canonical: String) {
    #expect(decimal(text)?.description == canonical)
  }

  @Test func `what does not fit is nil, not wrong`() {
    let large = Decimal(Int128.max)
    #expect((large + large) as Decimal? == nil)
    #expect((large * large) as Decimal? == nil)
    #expect(decimal("1000000000000000000000000000000000000000") == nil)
    #expect((Decimal(1) / Decimal.zero) as Decimal? == nil)
    #expect(large.order(Decimal(mantissa: 1, scale: 38)) > 0)
  }
}

extension Decimal {
  fileprivate var halved: Decimal { Decimal(mantissa: mantissa * 5, scale: scale + 1) }
}
