/// Earlier paragraphs by the keys of their wordings, the latest first.
struct PassageIndex {
  /// For a key and a kind of nearness, how many paragraphs are looked at: the latest.
  private static let limit = 16

  private var latest: [UInt64: Int32] = [:]
  private var postings: [(passage: Int32, previous: Int32)] = []

  mutating func insert(_ wording: Wording, of passage: Int) {
    insert(wording.whole, passage)
    insert(wording.formula, passage)
    for fingerprint in wording.fingerprints { insert(fingerprint, passage) }
  }

  private mutating func insert(_ key: UInt64, _ passage: Int) {
    let previous = latest.updateValue(Int32(postings.count), forKey: key) ?? -1
    postings.append((Int32(passage), previous))
  }

  /// Calls `body` with the latest paragraphs under `key`: up to 16 of the series and up to 16 of the rest that is looked at.
  func forEach(under key: UInt64, nearness: (Int) -> Nearness, _ body: (Int, Nearness) -> Void) {
    var left = (series: PassageIndex.limit, ancestry: PassageIndex.limit)
    var next = latest[key] ?? -1
    while next >= 0, left.series > 0 || left.ancestry > 0 {
      let posting = postings[Int(next)]
      next = posting.previous
      let passage = Int(posting.passage)
      switch nearness(passage) {
      case .none: continue
      case .ancestry where left.ancestry > 0: left.ancestry -= 1
      case .series where left.series > 0: left.series -= 1
      default: continue
      }
      body(passage, nearness(passage))
    }
  }
}

/// How an earlier document stands to the one that is aligned.
enum Nearness: UInt8 {
  /// Not looked at.
  case none
  /// It is cited, directly or through others, or the whole store is looked at.
  case ancestry
  /// It bears the same title.
  case series
}
