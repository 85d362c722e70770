/// The families of relations that an ancestry's citations belong to, the most frequent first, each with a number that the
/// page's style sheet gives a colour: 1 to 4, and 0 for all others.
struct RelationFamilies {
  struct Family {
    let name: String
    /// How many citations.
    let count: Int
  }

  /// Those with a number of their own: the number is the place, from 1.
  let named: [Family]
  /// How many citations belong to none of these.
  let others: Int

  init(of citations: [Citation]) {
    var counts: [String: Int] = [:]
    for citation in citations { counts[citation.family, default: 0] += 1 }
    let plain = counts.removeValue(forKey: CitationManner.plainFamily) ?? 0
    let ordered = counts.map { Family(name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    named = Array(ordered.prefix(4))
    others = plain + ordered.dropFirst(4).reduce(0) { $0 + $1.count }
  }

  func number(of citation: Citation) -> Int {
    named.firstIndex { $0.name == citation.family }.map { $0 + 1 } ?? 0
  }
}
