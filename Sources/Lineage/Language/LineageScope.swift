import RDF

/// Which earlier documents are looked at for the origins of a document's language: its ancestors over citations, and its series,
/// which are the documents of the same title.
struct LineageScope {
  private let series: [UInt64?]
  /// For each entry, bits of the entries that it cites, directly or through others.
  private let ancestors: [Int]
  private let reachable: [[UInt64]]

  /// - Complexity: O(citations · documents / 64).
  init(_ corpus: LanguageCorpus, citations: [(citing: IRI, cited: IRI)]) {
    series = corpus.entries.map(\.series)
    var entryOf: [IRI: Int] = [:]
    for (index, entry) in corpus.entries.enumerated() { entryOf[entry.document] = index }
    var cited = [[Int]](repeating: [], count: corpus.entries.count)
    for citation in citations {
      if let from = entryOf[citation.citing], let to = entryOf[citation.cited] { cited[from].append(to) }
    }
    let components = Components(of: cited)
    let width = (corpus.entries.count + 63) / 64
    var reachable: [[UInt64]] = []
    // A component cites only those of smaller numbers, which are done.
    for (members, targets) in zip(components.members, components.cited) {
      var bits = [UInt64](repeating: 0, count: width)
      for target in targets { for word in bits.indices { bits[word] |= reachable[target][word] } }
      for member in members { bits[member / 64] |= 1 << (member % 64) }
      reachable.append(bits)
    }
    self.reachable = reachable
    ancestors = components.component
  }

  /// How `other` stands to `entry`; an entry is not its own ancestor only because it is never known before itself.
  func nearness(of other: Int, to entry: Int) -> Nearness {
    if let title = series[entry], title == series[other] { return .series }
    return reachable[ancestors[entry]][other / 64] & 1 << (other % 64) == 0 ? .none : .ancestry
  }
}
