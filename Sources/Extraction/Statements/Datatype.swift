import RDF

/// A datatype's IRI or a language's tag as bytes that stay where they are.
struct Datatype: Sendable {
  static let integer = Datatype(XSD.integer.value)
  static let decimal = Datatype(XSD.decimal.value)
  static let date = Datatype(XSD.date.value)
  static let english = Datatype("en")

  nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>

  /// The bytes are never freed: there are as many as datatypes.
  private init(_ text: String) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
    _ = copy.initialize(from: text.utf8)
    bytes = UnsafeBufferPointer(copy)
  }
}

/// An integer's canonical form.
struct IntegerText {
  private let value: Int

  init(_ value: Int) { self.value = value }

  /// Calls `body` with the literal.
  func withBytes<Result>(_ body: (TermBytes) throws -> Result) rethrows -> Result {
    try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      var rest = value.magnitude
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } while rest > 0
      if value < 0 {
        start -= 1
        digits[start] = UInt8(ascii: "-")
      }
      let text = UnsafeBufferPointer(rebasing: digits[start...])
      return try body(TermBytes(kind: .literal, lexical: text, datatype: Datatype.integer.bytes))
    }
  }
}
