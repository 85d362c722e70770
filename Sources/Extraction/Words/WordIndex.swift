/// The words of a grammar as texts are read by them, with the sense of each.
///
/// A look-up is three reads and no guess: what stands at a word's place is that word or another one, which is told by comparing and
/// not by branching. Which words come nobody can foresee, and a processor that guesses wrong loses more time than it all takes.
final class WordIndex: @unchecked Sendable {
  /// A plain word or a mark.
  private struct Entry {
    var key = PlainKey.none
    var number = Words.unknown
    var sense = WordSense()
    var kind = Words.Kind.word
  }

  /// What bytes are, and the masks of keys: for whoever cuts words that are to be looked up here.
  let bytes = ByteTable()
  let masks = PlainKey.Masks()
  /// None, then short ones first, which come most often: so they stand in few lines of the cache.
  private let entries: UnsafeMutableBufferPointer<Entry>
  private let places: UnsafeMutableBufferPointer<WordLayout.Place>
  private let shifts: UnsafeMutableBufferPointer<UInt8>
  private let bucketShift: UInt64
  private let mask: UInt64
  private let seed: UInt64
  /// By the number of a word or mark in `Words`.
  private let senses: UnsafeMutableBufferPointer<WordSense>
  /// A bit for every hash of two words with which a cue may start.
  private let pairs: UnsafeMutableBufferPointer<UInt64>
  private let pairMask: UInt32

  /// - Parameters:
  ///   - senses: one for every word and mark.
  ///   - pairs: the first two words of every longer cue.
  init(_ table: WordTable, _ senses: [WordSense], pairs: [(first: Int32, next: Int32)]) {
    precondition(senses.count > Int(Words.number(Int32(table.count))), "a word without a sense")
    let entries = (WordIndex.words(table, senses, masks) + WordIndex.marks(senses, masks)).sorted {
      $0.key.rest < $1.key.rest
    }
    let layout = WordLayout(entries.map(\.key))
    self.entries = WordIndex.copy([Entry()] + entries)
    places = WordIndex.copy(layout.places)
    shifts = WordIndex.copy(layout.shifts)
    bucketShift = layout.bucketShift
    mask = UInt64(layout.places.count - 1)
    seed = layout.seed
    self.senses = WordIndex.copy(senses)
    // Of sixteen bits one is set, or fewer.
    var words = 64
    while words * 4 < pairs.count { words *= 2 }
    pairMask = UInt32(words * 64 - 1)
    self.pairs = WordIndex.copy([UInt64](repeating: 0, count: words))
    for (first, next) in pairs {
      let place = WordIndex.hash(first, next) & pairMask
      self.pairs[Int(place >> 6)] |= 1 << UInt64(place & 63)
    }
  }

  deinit {
    entries.deallocate()
    places.deallocate()
    shifts.deallocate()
    senses.deallocate()
    pairs.deallocate()
  }

  /// Those that texts may hold as runs of letters.
  private static func words(_ table: WordTable, _ senses: [WordSense], _ masks: PlainKey.Masks) -> [Entry] {
    zip(table.spellings, 1...).compactMap { spelling, place in
      guard spelling.count < PlainKey.limit, spelling.allSatisfy({ $0 &- 0x61 < 26 }) else { return nil }
      let number = Words.number(Int32(place))
      return Entry(key: PlainKey(spelling, masks), number: number, sense: senses[Int(number)])
    }
  }

  private static func marks(_ senses: [WordSense], _ masks: PlainKey.Masks) -> [Entry] {
    (0..<0x80).compactMap { byte in
      WordScratch.mark(byte).map { kind in
        Entry(
          key: PlainKey([byte], masks), number: kind.rawValue, sense: senses[Int(kind.rawValue)], kind: kind)
      }
    }
  }

  private static func copy<Element>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = copy.initialize(from: elements)
    return copy
  }

  @inline(__always)
  private static func hash(_ first: Int32, _ next: Int32) -> UInt32 {
    let mixed = UInt32(bitPattern: first) &* 0x9E37_79B9 ^ UInt32(bitPattern: next) &* 0x85EB_CA6B
    return mixed ^ mixed >> 15
  }

  /// Whether a cue may start with these two words: of pairs that none starts with, fifteen of sixteen are told.
  func mayStartCue(_ first: Int32, _ next: Int32) -> Bool {
    WordIndex.pairBits(pairs, pairMask, first, next) & 1 != 0
  }

  /// Of the lowest bit: whether a cue may start with the two words.
  @inline(__always)
  private static func pairBits(
    _ pairs: UnsafeMutableBufferPointer<UInt64>, _ mask: UInt32, _ first: Int32, _ next: Int32
  ) -> UInt32 {
    let place = hash(first, next) & mask
    return UInt32(truncatingIfNeeded: pairs[Int(place &>> 6)] &>> UInt64(place & 63))
  }

  /// Finds the words with which a cue of several words may start, and those that are a cue by themselves and may stand in a name.
  ///
  /// Most words are neither, but which nobody can foresee: each is written down, and the next one over it where it is not one.
  /// - Parameter starts: has room for as many as there are words.
  /// - Returns: how many they are.
  /// - Complexity: O(words).
  @inline(never)
  func cueStarts(in words: Words, to starts: UnsafeMutableBufferPointer<Int32>) -> Int {
    precondition(starts.count >= words.count, "no room for the starts of cues")
    let last = words.count - 1
    guard last >= 0, let words = words.entries.baseAddress else { return 0 }
    let (pairs, pairMask) = (pairs, pairMask)
    var found = 0
    var before: UInt8 = 0
    var number = words[0].number
    var at = 0
    while at <= last {
      let next = words[min(at &+ 1, last)].number
      let goesOn = WordIndex.pairBits(pairs, pairMask, number, next)
      let form = words[at].form.rawValue
      let isNamed = UInt32((form | before) & Words.Entry.Form.capital.rawValue)
      let leads: UInt32 = words[at].classes.isDisjoint(with: .leading) ? 0 : 1
      let isStart = words[at].traits.rawValue & WordTraits.startsCue.rawValue
      starts[found] = Int32(truncatingIfNeeded: at)
      found &+= Int(truncatingIfNeeded: isStart & (goesOn | isNamed & leads))
      (before, number) = (form, next)
      at &+= 1
    }
    return found
  }

  /// Gives words that have been cut their numbers and senses.
  ///
  /// - Parameter batch: with the keys of the first `count`.
  /// - Returns: what some word of them is.
  @inline(never)
  func give(to words: UnsafeMutablePointer<Words.Entry>, _ batch: WordBatch, _ count: Int) -> WordTraits {
    let (keys, found) = (batch.keys, batch.entries)
    let (entries, places, shifts) = (entries, places, shifts)
    let (bucketShift, mask, seed) = (bucketShift, mask, seed)
    let count = min(max(0, count), WordBatch.capacity)
    for index in 0..<count {
      let hash = keys[index].hash(seed)
      let shift = UInt64(shifts[Int(truncatingIfNeeded: hash &>> bucketShift)])
      found[index] = places[Int(truncatingIfNeeded: hash &>> shift & mask)].word(hash)
    }
    var traits: WordTraits = []
    for index in 0..<count {
      let key = keys[index]
      if key.isNone {
        let sense = senses[Int(words[index].number)]
        words[index].traits.formUnion(sense.traits)
        words[index].classes = sense.classes
      } else {
        let entry = entries[Int(found[index])]
        let differs = (entry.key.first ^ key.first) | (entry.key.rest ^ key.rest)
        // All bits where nothing differs, none where anything does.
        let isSame = Int32(truncatingIfNeeded: Int64(bitPattern: ~differs & (differs &- 1)) &>> 63)
        words[index].number = entry.number & isSame
        words[index].traits = WordTraits(rawValue: entry.sense.traits.rawValue & UInt32(bitPattern: isSame))
        words[index].classes = CueClass(rawValue: entry.sense.classes.rawValue & isSame)
        words[index].kind = differs == 0 ? entry.kind : .word
      }
      traits.formUnion(words[index].traits)
    }
    return traits
  }
}
