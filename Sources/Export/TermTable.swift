import Glibc
import RDF

/// Numbers for terms, from 0 in the order in which they are first seen: one arena of bytes and an open-addressing table.
struct TermTable {
  private var bytes: [UInt8] = []
  /// Where each term's bytes end; they begin with a byte for its kind.
  private var ends: [Int] = []
  /// Term number + 1, or 0 for a free slot; the count is a power of two.
  private var slots = [UInt32](repeating: 0, count: 1024)

  var count: Int { ends.count }

  /// The number of an IRI or blank node, and whether it is new.
  mutating func insert(_ term: TermBytes) -> (index: Int, isNew: Bool) {
    if 2 * ends.count >= slots.count { grow() }
    let slot = find(term)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    bytes.append(term.kind.rawValue)
    bytes.append(contentsOf: term.lexical)
    ends.append(bytes.count)
    slots[slot] = UInt32(ends.count)
    return (ends.count - 1, true)
  }

  /// The number of a term that was inserted, nil for another.
  func index(of term: TermBytes) -> Int? {
    let slot = slots[find(term)]
    return slot == 0 ? nil : Int(slot) - 1
  }

  /// Calls `body` with the bytes of term `index`.
  func withBytes<Result>(of index: Int, _ body: (TextBytes) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { bytes in
      try body(UnsafeBufferPointer(rebasing: bytes[(start(index) + 1)..<ends[index]]))
    }
  }

  /// Calls `body` with term `index`.
  func withTerm<Result>(_ index: Int, _ body: (TermBytes) throws -> Result) rethrows -> Result {
    let kind = TermBytes.Kind(rawValue: bytes[start(index)]) ?? .iri
    return try withBytes(of: index) { try body(TermBytes(kind: kind, lexical: $0)) }
  }

  private func start(_ index: Int) -> Int { index == 0 ? 0 : ends[index - 1] }

  /// The slot that holds `term`, or the free one where it belongs.
  private func find(_ term: TermBytes) -> Int {
    var slot = Int(truncatingIfNeeded: hash(term.kind, term.lexical)) & (slots.count - 1)
    while slots[slot] != 0, !holds(Int(slots[slot]) - 1, term) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func holds(_ index: Int, _ term: TermBytes) -> Bool {
    let from = start(index)
    guard ends[index] - from == term.lexical.count + 1, bytes[from] == term.kind.rawValue else {
      return false
    }
    guard let other = term.lexical.baseAddress else { return true }
    return bytes.withUnsafeBufferPointer {
      memcmp($0.baseAddress.unsafelyUnwrapped + from + 1, other, term.lexical.count) == 0
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: 2 * slots.count)
    for index in ends.indices {
      let value = withTerm(index) { hash($0.kind, $0.lexical) }
      var slot = Int(truncatingIfNeeded: value) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// Multiply and fold, eight bytes at a time; the same in every run.
  private func hash(_ kind: TermBytes.Kind, _ text: TextBytes) -> UInt64 {
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count) ^ UInt64(kind.rawValue) << 56
    func mix(_ word: UInt64) {
      let product = (state ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      state = product.high ^ product.low
    }
    guard let start = text.baseAddress else { return state }
    var offset = 0
    while offset + 8 <= text.count {
      mix(UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < text.count {
      rest = rest << 8 | UInt64(text[offset])
      offset += 1
    }
    mix(rest)
    return state
  }
}
