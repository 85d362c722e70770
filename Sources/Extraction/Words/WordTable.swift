/// Spellings in small letters and their numbers, from 1 on.
///
/// - Complexity: a lookup is O(1); words of more than sixteen bytes are compared byte by byte.
struct WordTable: Sendable {
  /// The number of every word that the table does not hold.
  static let unknown: Int32 = 0

  private var slots = WordSlots()
  /// By number less one.
  private var keys: [WordKey] = []
  private(set) var spellings: [[UInt8]] = []

  var count: Int { keys.count }

  /// The number of `word`, given now where it is new.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let known = self[word]
    if known != WordTable.unknown { return known }
    precondition(keys.count < WordSlots.limit, "more words than a table holds")
    keys.append(WordKey(word))
    spellings.append(Array(word))
    slots.insert(Int32(keys.count), keys)
    return Int32(keys.count)
  }

  /// The number of `word` (already in small letters), or `unknown`.
  subscript(word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let key = WordKey(word)
    return slots.slots.withUnsafeBufferPointer { slots in
      WordSlots.number(of: key, in: slots) { number in
        keys[Int(number) - 1] == key
          && (key.length <= WordKey.wholeLength || spellings[Int(number) - 1].elementsEqual(word))
      }
    }
  }

  /// The number of the word of at most sixteen bytes that has this key, or `unknown`.
  @inline(__always)
  subscript(key: WordKey) -> Int32 {
    slots.slots.withUnsafeBufferPointer { slots in
      WordSlots.number(of: key, in: slots) { keys[Int($0) - 1] == key }
    }
  }
}
