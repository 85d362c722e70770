import RDF
import XML

/// An XML writer in front of an output, in a place that copyable writers can keep.
final class XMLDocumentOutput {
  var writer: XMLWriter

  init(_ output: ByteOutput) throws {
    writer = try XMLWriter { try output.append($0.assumingMemoryBound(to: UInt8.self)) }
  }
}

extension XMLFragment {
  /// A number in digits.
  func number(_ value: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var place = digits.count
      var rest = value.magnitude
      repeat {
        place -= 1
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
        rest = quotient
      } while rest > 0
      if value < 0 { markup("-") }
      markup(UnsafeBufferPointer(rebasing: digits[place...]))
    }
  }
}
