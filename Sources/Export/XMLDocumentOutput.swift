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
  mutating func number(_ value: Int) {
    var digits = String(value)
    digits.withUTF8 { markup($0) }
  }
}
