/// Spellings in small letters and their numbers, from 1 on.
///
/// The slots hold a part of the hash only, so that they stay in a near cache: most words of a text are in no table.
/// - Complexity: a lookup is O(1); words of more than sixteen bytes are compared byte by byte.
struct WordTable: Sendable {
  /// The number of every word that the table does not hold.
  static let unknown: Int32 = 0

  private struct Slot: Sendable {
    var mark: UInt32 = 0
    var number = WordTable.unknown
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
    if keys.count * 2 >= slots.count { grow() }
    keys.append(WordKey(word))
    spellings.append(Array(word))
    place(Int32(keys.count))
    return Int32(keys.count)
  }

  /// The number of `word` (already in small letters), or `unknown`.
  subscript(word: UnsafeBufferPointer<UInt8>) -> Int32 {
    number(of: WordKey(word)) { $0.elementsEqual(word) }
  }

  /// The number of the word of at most sixteen bytes that has this key, or `unknown`.
  @inline(__always)
  subscript(key: WordKey) -> Int32 { number(of: key) { _ in true } }

  @inline(__always)
  private func number(of key: WordKey, _ isWhole: ([UInt8]) -> Bool) -> Int32 {
    slots.withUnsafeBufferPointer { slots in
      let (mark, mask) = (key.mark, slots.count - 1)
      var index = key.place & mask
      while slots[index].number != WordTable.unknown {
        let slot = slots[index]
        if slot.mark == mark, keys[Int(slot.number) - 1] == key,
          key.length <= WordKey.wholeLength || isWhole(spellings[Int(slot.number) - 1])
        {
          return slot.number
        }
        index = (index + 1) & mask
      }
      return WordTable.unknown
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
    slots[index] = Slot(mark: key.mark, number: number)
  }
}
