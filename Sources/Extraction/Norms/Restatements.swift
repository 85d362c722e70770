import Ontology

/// A catalogued norm that a paragraph restates.
struct Restatement {
  /// Index in `Ontology.norms`.
  var norm: Int
  /// Of the catalogued norm's cues, how many the paragraph has.
  var found: Int
  var all: Int
  /// UTF-8 offsets from the first cue to the last in the paragraph's text.
  var words: Range<Int>
}

extension Sentence {
  /// The catalogued norms of which the paragraph has at least two cues, in the ontology's order.
  ///
  /// - Complexity: O(words).
  func restatements() -> [Restatement] {
    guard traits.contains(.startsNormCue) else { return [] }
    var starts: [Int32: Set<Int>] = [:]
    var places: [Int32: Range<Int>] = [:]
    for index in words.indices(with: .startsNormCue) {
      grammar.norms.forEach(in: words, at: index) { length, norm in
        let place = bytes(index..<index + length)
        starts[norm, default: []].insert(index)
        let known = places[norm] ?? place
        places[norm] = known.lowerBound..<max(known.upperBound, place.upperBound)
      }
    }
    return grammar.ontology.norms.indices.compactMap { norm in
      guard let found = starts[Int32(norm)]?.count, found >= 2, let words = places[Int32(norm)] else {
        return nil
      }
      let all = grammar.ontology.norms[norm].cues.count
      return Restatement(norm: norm, found: min(found, all), all: all, words: words)
    }
  }
}
