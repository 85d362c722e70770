import RDF

/// The predicates of a store with their texts and their order: `rdf:type` first, the others by their bytes.
final class PredicateOrder: Sendable {
  /// By rank; the texts are in memory of the order's own.
  private let terms: [Predicate]
  /// Id and rank of each, in an open-addressing table; 0 = a free slot.
  private let slots: [(id: UInt64, rank: Int32)]

  private struct Predicate: @unchecked Sendable {
    let text: UnsafeMutableBufferPointer<UInt8>
    let number: Int
  }

  /// - Complexity: O(predicates × log triples).
  init(_ snapshot: Snapshot) {
    let ids = PredicateOrder.predicates(of: snapshot)
    var entries = ids.map { id in snapshot.withTerm(id) { (id: id, text: Array($0.lexical)) } }
    entries.sort { left, right in
      let leads = (
        left.text.withUnsafeBufferPointer(isRDFType), right.text.withUnsafeBufferPointer(isRDFType)
      )
      return leads.0 != leads.1 ? leads.0 : left.text.lexicographicallyPrecedes(right.text)
    }
    terms = entries.map { entry in
      let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, entry.text.count))
      _ = text.initialize(from: entry.text)
      return Predicate(
        text: UnsafeMutableBufferPointer(start: text.baseAddress, count: entry.text.count),
        number: snapshot.number(of: entry.id))
    }
    var capacity = 16
    while capacity < 2 * entries.count { capacity *= 2 }
    var slots = [(id: UInt64, rank: Int32)](repeating: (0, 0), count: capacity)
    for (rank, entry) in entries.enumerated() {
      slots[PredicateOrder.slot(entry.id, in: slots)] = (entry.id.rawValue, Int32(rank))
    }
    self.slots = slots
  }

  deinit { for term in terms { term.text.baseAddress?.deallocate() } }

  private static func predicates(of snapshot: Snapshot) -> [TermID] {
    let scan = snapshot.scan(.pso)
    var found: [TermID] = []
    var next = TermID.none
    while scan.next(&next, nil, nil, graph: nil, capacity: 1) == 1 {
      found.append(next)
      scan.seek(TermID(rawValue: next.rawValue + 1))
    }
    return found
  }

  /// The place of a predicate in the order.
  @inline(__always)
  func rank(_ id: TermID) -> Int32 { slots[PredicateOrder.slot(id, in: slots)].rank }

  /// The predicate of that rank; its bytes are valid as long as the order lives.
  @inline(__always)
  func term(_ rank: Int32) -> TermBytes {
    let predicate = terms[Int(rank)]
    return TermBytes(kind: .iri, lexical: UnsafeBufferPointer(predicate.text), number: predicate.number)
  }

  /// The slot of `id`, or the free one where it belongs.
  @inline(__always)
  private static func slot(_ id: TermID, in slots: [(id: UInt64, rank: Int32)]) -> Int {
    var slot = Int(truncatingIfNeeded: id.rawValue &* 0x9E37_79B9_7F4A_7C15 >> 32) & (slots.count - 1)
    while slots[slot].id != 0, slots[slot].id != id.rawValue { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
