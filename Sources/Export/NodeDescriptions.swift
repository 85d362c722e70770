import RDF

/// What the triples of a graph say about its nodes, collected for those who write nodes first.
struct NodeDescriptions {
  private(set) var table = TermTable()
  private var classes = TermTable()
  private var classCounts: [Int] = []
  private var facts: [Facts] = []

  /// Text that was chosen for a node so far, with its rank: the lowest wins, then the least text.
  private struct Choice {
    var rank: Int
    var text: [UInt8]
  }

  private struct Facts {
    var classes: [Int32] = []
    var name: Choice?
    var label: Choice?
    var year: Choice?
  }

  private static let labels = ranks([SKOS.prefLabel, RDFS.label, DCTerms.title])
  private static let names = ranks([DCTerms.identifier, SKOS.notation])
  private static let years = ranks([Stemma.term("adoptedOn")])

  private static func ranks(_ iris: [IRI]) -> [[UInt8]] { iris.map { Array($0.value.utf8) } }

  mutating func add(_ subject: TermBytes, _ predicate: TermBytes, _ object: TermBytes) {
    let node = number(subject)
    if isRDFType(predicate.lexical), object.kind != .literal {
      let (kind, isNew) = classes.insert(object)
      if isNew { classCounts.append(0) }
      classCounts[kind] += 1
      facts[node].classes.append(Int32(kind))
    } else if object.kind != .literal {
      _ = number(object)
    } else {
      // A text in English comes before one in another language.
      let isForeign = !object.language.isEmpty && !object.language.starts(with: "en".utf8)
      choose(\.label, among: Self.labels, predicate, object.lexical, isForeign ? 10 : 0, node)
      choose(\.name, among: Self.names, predicate, object.lexical, 0, node)
      let year = UnsafeBufferPointer(rebasing: object.lexical.prefix(4))
      if AttributeValue.isValid(year, .int) { choose(\.year, among: Self.years, predicate, year, 0, node) }
    }
  }

  private mutating func number(_ term: TermBytes) -> Int {
    let (index, isNew) = table.insert(term)
    if isNew { facts.append(Facts()) }
    return index
  }

  private mutating func choose(
    _ place: WritableKeyPath<Facts, Choice?>, among predicates: [[UInt8]], _ predicate: TermBytes,
    _ text: TextBytes,
    _ penalty: Int, _ node: Int
  ) {
    guard let found = predicates.firstIndex(where: { predicate.lexical.elementsEqual($0) }) else { return }
    let rank = found + penalty
    if let old = facts[node][keyPath: place] {
      if old.rank < rank { return }
      if old.rank == rank, !text.lexicographicallyPrecedes(old.text) { return }
    }
    facts[node][keyPath: place] = Choice(rank: rank, text: Array(text))
  }

  /// Calls `body` with every node's number and values, in the order of `GraphShape.node`.
  func forEach(_ body: (Int, [TextBytes?]) throws -> Void) throws {
    for index in facts.indices {
      try table.withTerm(index) { node in
        try withKind(of: index) { kind in
          let facts = facts[index]
          try withText(facts.name) { name in
            try withText(facts.label) { label in
              try withText(facts.year) { year in
                let name = name ?? ShortName.of(node)
                try body(index, [name, label ?? name, kind, node.lexical, year])
              }
            }
          }
        }
      }
    }
  }

  /// The rarest class of a node; among equals the one whose IRI comes first.
  private func withKind(of node: Int, _ body: (TextBytes?) throws -> Void) throws {
    var best: Int?
    for kind in facts[node].classes.map(Int.init) {
      guard let old = best else {
        best = kind
        continue
      }
      if classCounts[kind] < classCounts[old] || classCounts[kind] == classCounts[old] && precedes(kind, old)
      {
        best = kind
      }
    }
    guard let best else { return try body(nil) }
    try classes.withTerm(best) { try body(ShortName.local($0)) }
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    classes.withBytes(of: left) { left in
      classes.withBytes(of: right) { left.lexicographicallyPrecedes($0) }
    }
  }

  private func withText(_ choice: Choice?, _ body: (TextBytes?) throws -> Void) throws {
    guard let choice else { return try body(nil) }
    try choice.text.withUnsafeBufferPointer { try body($0) }
  }
}
