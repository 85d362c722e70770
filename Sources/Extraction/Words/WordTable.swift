/// Spellings in small letters and their numbers, from 1 on.
///
/// A slot is four bytes, and three of four are empty, so that what most words of a text ask for stays in the nearest cache.
/// - Complexity: a lookup is O(1); words of more than sixteen bytes are compared byte by byte.
struct WordTable: Sendable {
  /// The number of every word that the table does not hold.
  static let unknown: Int32 = 0
  /// More words than any word list has.
  static let limit = Int(Slot.numberBits)

  /// A number, and ten bits of the hash of its word.
  fileprivate struct Slot: Sendable {
    static let numberBits: UInt32 = 1 << 22 - 1

    private let bits: UInt32

    init() { bits = 0 }

    init(_ key: WordKey, _ number: Int32) {
      bits = key.mark & ~Slot.numberBits | UInt32(bitPattern: number)
    }

    @inline(__always)
    var number: Int32 { Int32(bitPattern: bits & Slot.numberBits) }

    @inline(__always)
    func mayHold(_ key: WordKey) -> Bool { (bits ^ key.mark) & ~Slot.numberBits == 0 }
  }

  private var slots = [Slot](repeating: Slot(), count: 1024)
  /// By number less one.
  private var keys: [WordKey] = []
  private var spellings: [[UInt8]] = []

  var count: Int { keys.count }

  /// The number of `word`, given now where it is new.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let known = self[word]
    if known != WordTable.unknown { return known }
    precondition(keys.count < WordTable.limit, "more words than a table holds")
    if keys.count * 4 >= slots.count { grow() }
    keys.append(WordKey(word))
    spellings.append(Array(word))
    place(Int32(keys.count))
    return Int32(keys.count)
  }

  /// The number of `word` (already in small letters), or `unknown`.
  subscript(word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let key = WordKey(word)
    return withLookup { table in
      table.number(of: key) {
        key.length <= WordKey.wholeLength || spellings[Int($0) - 1].elementsEqual(word)
      }
    }
  }

  /// The number of the word of at most sixteen bytes that has this key, or `unknown`.
  @inline(__always)
  subscript(key: WordKey) -> Int32 { withLookup { $0[key] } }

  /// The table as it is read again and again.
  struct Lookup {
    fileprivate let slots: UnsafeBufferPointer<Slot>
    fileprivate let keys: UnsafeBufferPointer<WordKey>

    /// The number of the word of at most sixteen bytes that has this key, or `unknown`.
    @inline(__always)
    subscript(key: WordKey) -> Int32 { number(of: key) { _ in true } }

    @inline(__always)
    fileprivate func number(of key: WordKey, _ isWhole: (Int32) -> Bool) -> Int32 {
      let mask = slots.count &- 1
      var index = key.place & mask
      while true {
        let slot = slots[index]
        let number = slot.number
        if number == WordTable.unknown { return WordTable.unknown }
        if slot.mayHold(key), keys[Int(number) &- 1] == key, isWhole(number) { return number }
        index = (index &+ 1) & mask
      }
    }
  }

  /// Calls `body` with what looks words up by their keys.
  func withLookup<Result>(_ body: (Lookup) throws -> Result) rethrows -> Result {
    try slots.withUnsafeBufferPointer { slots in
      try keys.withUnsafeBufferPointer { try body(Lookup(slots: slots, keys: $0)) }
    }
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for number in 1...Int32(keys.count) { place(number) }
  }

  private mutating func place(_ number: Int32) {
    let key = keys[Int(number) - 1]
    var index = key.place & (slots.count - 1)
    while slots[index].number != WordTable.unknown { index = (index + 1) & (slots.count - 1) }
    slots[index] = Slot(key, number)
  }
}
