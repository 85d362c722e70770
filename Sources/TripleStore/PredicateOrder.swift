import RDF

/// The predicates of a store with their texts and their order: `rdf:type` first, the others by their bytes.
struct PredicateOrder {
  /// By rank.
  private var texts: [[UInt8]] = []
  /// Id and rank of each, in an open-addressing table; 0 = a free slot.
  private var slots: [(id: UInt64, rank: Int32)] = []

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
    texts = entries.map(\.text)
    var capacity = 16
    while capacity < 2 * entries.count { capacity *= 2 }
    slots = Array(repeating: (0, 0), count: capacity)
    for (rank, entry) in entries.enumerated() { slots[slot(entry.id)] = (entry.id.rawValue, Int32(rank)) }
  }

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
  func rank(_ id: TermID) -> Int32 { slots[slot(id)].rank }

  /// Calls `body` with the predicate of that rank.
  @inline(__always)
  func withTerm<Result>(_ rank: Int32, _ body: (TermBytes) throws -> Result) rethrows -> Result {
    try texts[Int(rank)].withUnsafeBufferPointer { try body(TermBytes(kind: .iri, lexical: $0)) }
  }

  /// The slot of `id`, or the free one where it belongs.
  @inline(__always)
  private func slot(_ id: TermID) -> Int {
    var slot = Int(truncatingIfNeeded: id.rawValue &* 0x9E37_79B9_7F4A_7C15 >> 32) & (slots.count - 1)
    while slots[slot].id != 0, slots[slot].id != id.rawValue { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
