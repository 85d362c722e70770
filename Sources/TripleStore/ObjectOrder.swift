@preconcurrency import Glibc
import RDF

/// The objects of one subject and predicate, copied and put in the order of `SubjectGroup`: IRIs, blank nodes, literals, each by
/// their bytes. Memory is kept from use to use.
struct ObjectOrder {
  private struct Entry {
    let kind: TermBytes.Kind
    let lexical: Range<Int>
    let datatype: Range<Int>
    let language: Range<Int>
    let number: Int
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  /// Calls `body` with the terms of `ids` in order.
  mutating func forEach(
    _ ids: some Sequence<TermID>, _ terms: TermWindow, _ body: (TermBytes) throws -> Void
  ) throws {
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    for id in ids {
      terms.withTerm(id) { term in
        entries.append(
          Entry(
            kind: term.kind, lexical: append(term.lexical), datatype: append(term.datatype),
            language: append(term.language), number: term.number))
      }
    }
    try bytes.withUnsafeBufferPointer { bytes in
      let isOrdered = entries.indices.dropFirst().allSatisfy {
        ObjectOrder.precedes(entries[$0 - 1], entries[$0], bytes)
      }
      if !isOrdered { entries.sort { ObjectOrder.precedes($0, $1, bytes) } }
      for entry in entries {
        try body(
          TermBytes(
            kind: entry.kind, lexical: UnsafeBufferPointer(rebasing: bytes[entry.lexical]),
            datatype: UnsafeBufferPointer(rebasing: bytes[entry.datatype]),
            language: UnsafeBufferPointer(rebasing: bytes[entry.language]), number: entry.number))
      }
    }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let from = bytes.count
    bytes.append(contentsOf: text)
    return from..<bytes.count
  }

  private static func precedes(
    _ left: Entry, _ right: Entry, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    let texts = compare(left.lexical, right.lexical, bytes)
    if texts != 0 { return texts < 0 }
    let datatypes = compare(left.datatype, right.datatype, bytes)
    return datatypes != 0 ? datatypes < 0 : compare(left.language, right.language, bytes) < 0
  }

  private static func compare(
    _ left: Range<Int>, _ right: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let count = min(left.count, right.count)
    if count > 0, let start = bytes.baseAddress {
      let order = memcmp(start + left.lowerBound, start + right.lowerBound, count)
      if order != 0 { return Int(order) }
    }
    return left.count - right.count
  }
}
