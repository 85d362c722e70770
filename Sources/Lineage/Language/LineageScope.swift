import RDF

/// Which documents are looked at for the origins of a document's language: its ancestors over citations, and its series, which are
/// the documents of the same title.
struct LineageScope: Sendable {
  private let series: [UInt64?]
  private let members: [UInt64: [Int]]
  /// The component of each entry, and for each component all entries in it or reached from it.
  private let component: [Int]
  private let reachable: [EntrySet]

  /// - Complexity: O(citations · documents / 64).
  init(_ corpus: LanguageCorpus, citations: [(citing: IRI, cited: IRI)]) {
    series = corpus.entries.map(\.series)
    var members: [UInt64: [Int]] = [:]
    var entryOf: [IRI: Int] = [:]
    for (index, entry) in corpus.entries.enumerated() {
      entryOf[entry.document] = index
      if let title = entry.series { members[title, default: []].append(index) }
    }
    self.members = members
    var cited = [[Int]](repeating: [], count: corpus.entries.count)
    for citation in citations {
      if let from = entryOf[citation.citing], let to = entryOf[citation.cited] { cited[from].append(to) }
    }
    let components = Components(of: cited)
    var reachable: [EntrySet] = []
    // A component cites only those of smaller numbers, which are done.
    for (members, targets) in zip(components.members, components.cited) {
      var reached = EntrySet(of: corpus.entries.count)
      for target in targets { reached.formUnion(reachable[target]) }
      for member in members { reached.insert(member) }
      reachable.append(reached)
    }
    self.reachable = reachable
    component = components.component
  }

  /// The kin of an entry, later ones and itself among them.
  func kin(of entry: Int) -> Kin {
    var ownSeries = EntrySet(of: series.count)
    if let title = series[entry] { for member in members[title] ?? [] { ownSeries.insert(member) } }
    var all = reachable[component[entry]]
    all.formUnion(ownSeries)
    return Kin(series: ownSeries, all: all)
  }
}

/// The documents in which the origins of one document's language are sought.
struct Kin: Sendable {
  /// Those of the same title.
  let series: EntrySet
  /// These and those that are cited, directly or through others, or the whole store.
  let all: EntrySet
}
