/// Where words are looked for by a hash of their keys: slots of four bytes, of which half or more are free.
struct WordSlots: Sendable {
  /// A number, and six bits of the hash of its word.
  struct Slot: Sendable {
    fileprivate static let numberBits: UInt32 = 1 << 26 - 1

    private let bits: UInt32

    fileprivate init() { bits = 0 }

    fileprivate init(_ key: WordKey, _ number: Int32) {
      bits = key.mark & ~Slot.numberBits | UInt32(bitPattern: number)
    }

    @inline(__always)
    fileprivate var number: Int32 { Int32(bitPattern: bits & Slot.numberBits) }

    @inline(__always)
    fileprivate func mayHold(_ key: WordKey) -> Bool { (bits ^ key.mark) & ~Slot.numberBits == 0 }
  }

  /// More words than would stand in a gigabyte of cues.
  static let limit = Int(Slot.numberBits)

  private(set) var slots = [Slot](repeating: Slot(), count: 1024)

  /// The number of a key, or that of an unknown word.
  ///
  /// - Parameter isWord: whether the word of a number has the key.
  @inline(__always)
  static func number(
    of key: WordKey, in slots: UnsafeBufferPointer<Slot>, where isWord: (Int32) -> Bool
  ) -> Int32 {
    let mask = slots.count &- 1
    var index = key.place & mask
    while true {
      let slot = slots[index]
      let number = slot.number
      if number == WordTable.unknown || slot.mayHold(key) && isWord(number) { return number }
      index = (index &+ 1) & mask
    }
  }

  /// Adds the last of the words, whose keys are given.
  mutating func insert(_ number: Int32, _ keys: [WordKey]) {
    if keys.count * 2 > slots.count {
      slots = [Slot](repeating: Slot(), count: slots.count * 2)
      for number in 1..<number { place(number, keys) }
    }
    place(number, keys)
  }

  private mutating func place(_ number: Int32, _ keys: [WordKey]) {
    let key = keys[Int(number) - 1]
    var index = key.place & (slots.count - 1)
    while slots[index].number != WordTable.unknown { index = (index + 1) & (slots.count - 1) }
    slots[index] = Slot(key, number)
  }
}
