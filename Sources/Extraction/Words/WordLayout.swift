/// Places for words such that no two share one ("hash and displace": Belazzougui, Botelho, Dietzfelbinger, 2009).
///
/// The highest bits of a word's hash are its bucket; the bucket says by how far the hash is shifted for the lowest bits to be the
/// word's place. Shifts are chosen for the largest buckets first, as long as there is room.
struct WordLayout {
  /// What stands at a place: which word, and some bits of its hash, by which most other words are told already.
  struct Place: Sendable {
    static let none = Place(bits: 0)
    /// More words than would stand in a gigabyte of cues.
    static let limit = 1 << 26

    private let bits: UInt32

    private init(bits: UInt32) { self.bits = bits }

    /// - Parameter word: from 1 on.
    init(_ word: Int, _ hash: UInt64) {
      bits = UInt32(truncatingIfNeeded: word &<< 6) | Place.check(hash)
    }

    /// Six bits of a hash that tell of all letters.
    @inline(__always)
    private static func check(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash &>> 26) & 0x3F }

    var isFree: Bool { bits == 0 }

    /// The word that stands here, or 0 where it has another hash.
    @inline(__always)
    func word(_ hash: UInt64) -> UInt32 {
      let differs = (bits ^ Place.check(hash)) & 0x3F
      // All bits where nothing differs, none where anything does.
      let isSame = (Int32(bitPattern: differs) &- 1) &>> 31
      return bits &>> 6 & UInt32(bitPattern: isSame)
    }
  }

  private(set) var places: [Place]
  /// By bucket.
  private(set) var shifts: [UInt8]
  /// By how far a hash is shifted for its bucket.
  let bucketShift: UInt64
  let seed: UInt64

  /// - Precondition: all keys differ.
  /// - Complexity: O(words), expected.
  init(_ keys: [PlainKey]) {
    precondition(keys.count < Place.limit, "more words than an index holds")
    var bits: UInt64 = 6
    while keys.count * 4 > 3 << bits { bits += 1 }
    var seed: UInt64 = 0
    // A third more places than words, or more; where they do not do, other hashes, and at last twice as many.
    while true {
      if let layout = WordLayout(keys, bucketBits: bits, placeBits: bits + seed / 16, seed: seed) {
        self = layout
        return
      }
      seed += 2
    }
  }

  private init?(_ keys: [PlainKey], bucketBits: UInt64, placeBits: UInt64, seed: UInt64) {
    self.seed = seed
    bucketShift = 64 - bucketBits
    shifts = [UInt8](repeating: 0, count: 1 << bucketBits)
    places = [Place](repeating: .none, count: 1 << placeBits)
    var buckets = [[Int]](repeating: [], count: shifts.count)
    let hashes = keys.map { $0.hash(seed) }
    for (word, hash) in hashes.enumerated() { buckets[Int(hash >> bucketShift)].append(word) }
    let mask = UInt64(places.count - 1)
    for bucket in buckets.indices.sorted(by: { buckets[$0].count > buckets[$1].count }) {
      let its = buckets[bucket]
      if its.isEmpty { break }
      let shift = (0...64 - placeBits).first { shift in
        let chosen = its.map { Int(hashes[$0] >> shift & mask) }
        return chosen.allSatisfy { places[$0].isFree } && Set(chosen).count == chosen.count
      }
      guard let shift else { return nil }
      shifts[bucket] = UInt8(shift)
      for word in its { places[Int(hashes[word] >> shift & mask)] = Place(word + 1, hashes[word]) }
    }
  }
}
