/// The paragraphs of a corpus by the keys of their wordings: the hash of all words, that of the formula, the fingerprints.
struct PassageIndex: Sendable {
  /// For a key, how many paragraphs of the series are looked at, and how many of the rest: the latest.
  private static let limit = 16

  private let corpus: LanguageCorpus
  /// The numbers of the keys of each passage: all words, formula, fingerprints. `keys[starts[p]..<starts[p + 1]]` are those of p.
  private let keys: [Int32]
  private let starts: [Int]
  /// The passages under each key, ascending, in the same form.
  private let holders: [Int32]
  private let holderStarts: [Int]
  /// Of a key that very many passages have: the entries that have it.
  private let common: [Int32: EntrySet]

  /// - Complexity: O(words of the corpus).
  init(_ corpus: LanguageCorpus) {
    var numbers = HashNumbers(minimumCapacity: 8 * corpus.passages.count)
    var keys: [Int32] = []
    var starts = [0]
    for wording in corpus.wordings {
      keys.append(Int32(numbers.add(wording.whole)))
      keys.append(Int32(numbers.add(wording.formula)))
      for fingerprint in wording.fingerprints { keys.append(Int32(numbers.add(fingerprint))) }
      starts.append(keys.count)
    }
    var holderStarts = [Int](repeating: 0, count: numbers.count + 1)
    for key in keys { holderStarts[Int(key) + 1] += 1 }
    for key in 1..<max(1, holderStarts.count) { holderStarts[key] += holderStarts[key - 1] }
    var filled = holderStarts
    var holders = [Int32](repeating: 0, count: keys.count)
    for passage in corpus.passages.indices {
      for key in keys[starts[passage]..<starts[passage + 1]] {
        holders[filled[Int(key)]] = Int32(passage)
        filled[Int(key)] += 1
      }
    }
    // Where a set is no longer than the list of holders, kin are found in it faster.
    let many = max(64, corpus.entries.count / 64)
    var common: [Int32: EntrySet] = [:]
    for key in 0..<numbers.count where holderStarts[key + 1] - holderStarts[key] > many {
      var entries = EntrySet(of: corpus.entries.count)
      for passage in holders[holderStarts[key]..<holderStarts[key + 1]] {
        entries.insert(Int(corpus.entryOf[Int(passage)]))
      }
      common[Int32(key)] = entries
    }
    self.corpus = corpus
    self.keys = keys
    self.starts = starts
    self.holders = holders
    self.holderStarts = holderStarts
    self.common = common
  }

  /// The keys of a passage that say more or less than all its words: its formula and its fingerprints.
  func looseKeys(of passage: Int) -> ArraySlice<Int32> { keys[(starts[passage] + 1)..<starts[passage + 1]] }

  /// The key of all words of a passage.
  func wholeKey(of passage: Int) -> Int32 { keys[starts[passage]] }

  /// Calls `body` with the latest passages under `key` before `limit`: up to 16 of the series and up to 16 of the other kin.
  ///
  /// - Complexity: O(entries / 64) for each passage that is found.
  func forEach(
    under key: Int32, before limit: Int, kin: Kin, _ body: (_ passage: Int, _ isSeries: Bool) -> Void
  ) {
    let first = holderStarts[Int(key)]
    var next = place(of: limit, under: key)
    var left = (series: PassageIndex.limit, others: PassageIndex.limit)
    while next > first, left.series > 0 || left.others > 0 {
      let passage = Int(holders[next - 1])
      let entry = Int(corpus.entryOf[passage])
      let open = left.others > 0 ? kin.all : kin.series
      if open.contains(entry) {
        next -= 1
        let isSeries = kin.series.contains(entry)
        if isSeries, left.series > 0 {
          left.series -= 1
        } else if !isSeries, left.others > 0 {
          left.others -= 1
        } else {
          continue
        }
        body(passage, isSeries)
      } else if let having = common[key] {
        guard let nearer = having.last(in: open, before: entry) else { return }
        next = place(of: corpus.entries[nearer].passages.upperBound, under: key)
      } else {
        next -= 1
      }
    }
  }

  /// Behind the last passage under `key` that is before `limit`.
  private func place(of limit: Int, under key: Int32) -> Int {
    var (low, high) = (holderStarts[Int(key)], holderStarts[Int(key) + 1])
    while low < high {
      let middle = (low + high) / 2
      if Int(holders[middle]) < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
