/// Numbers for hashes, from 0 in the order in which they are first met.
///
///     var numbers = HashNumbers()
///     numbers.add(word)           // 0
///     numbers.number(of: other)   // nil
///
/// An open-addressing table that trusts its keys to be hashes already: `Dictionary` would hash them again, which took a third of
/// an alignment.
struct HashNumbers: Sendable {
  /// By number.
  private var hashes: [UInt64] = []
  /// A number, or -1 for none, at a place that the hash says or behind it; at least half are free.
  private var slots: [Int32]
  private var shift: Int

  var count: Int { hashes.count }

  init(minimumCapacity: Int = 8) {
    let bits = Int.bitWidth - max(2 * minimumCapacity - 1, 15).leadingZeroBitCount
    slots = [Int32](repeating: -1, count: 1 << bits)
    shift = UInt64.bitWidth - bits
    hashes.reserveCapacity(minimumCapacity)
  }

  init(_ hashes: [UInt64]) {
    self.init(minimumCapacity: hashes.count)
    for hash in hashes { add(hash) }
  }

  func number(of hash: UInt64) -> Int? {
    let number = slots[slot(of: hash)]
    return number < 0 ? nil : Int(number)
  }

  func contains(_ hash: UInt64) -> Bool { slots[slot(of: hash)] >= 0 }

  /// The number of `hash`, a new one where it has none yet.
  @discardableResult
  mutating func add(_ hash: UInt64) -> Int {
    let slot = slot(of: hash)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    let number = hashes.count
    hashes.append(hash)
    slots[slot] = Int32(number)
    if 2 * hashes.count > slots.count { grow() }
    return number
  }

  /// Where `hash` is, or else where it would be put.
  private func slot(of hash: UInt64) -> Int {
    // The highest bits of the product depend on all bits of the hash (Knuth's multiplicative hashing).
    var slot = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
    while slots[slot] >= 0, hashes[Int(slots[slot])] != hash { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    shift -= 1
    for (number, hash) in hashes.enumerated() { slots[slot(of: hash)] = Int32(number) }
  }
}
