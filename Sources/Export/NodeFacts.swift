import RDF

/// What literals say of a node: its name, its label and its year.
struct NodeFacts {
  /// Which of these a predicate gives.
  enum Role: CaseIterable {
    case name
    case label
    case year

    fileprivate var predicates: [IRI] {
      switch self {
      case .name: [DCTerms.identifier, SKOS.notation]
      case .label: [SKOS.prefLabel, RDFS.label, DCTerms.title]
      case .year: [Stemma.term("adoptedOn")]
      }
    }
  }

  /// A predicate that says something of nodes; a low rank comes before a higher one.
  struct Source {
    let role: Role
    let rank: Int
    fileprivate let predicate: [UInt8]
  }

  private static let sources = Role.allCases.flatMap { role in
    role.predicates.enumerated().map { rank, iri in
      Source(role: role, rank: rank, predicate: Array(iri.value.utf8))
    }
  }

  /// Text that was chosen so far: the lowest rank wins, then the least text.
  private struct Choice {
    var rank: Int
    var text: [UInt8]
  }

  private var name: Choice?
  private var label: Choice?
  private var year: Choice?

  /// What a predicate says of nodes; nil for most.
  static func source(_ predicate: TermBytes) -> Source? {
    sources.first { $0.predicate.withUnsafeBufferPointer { sameBytes($0, predicate.lexical) } }
  }

  /// Takes the value of a predicate.
  mutating func add(_ source: Source, _ value: TermBytes) {
    switch source.role {
    case .name: choose(&name, source.rank, value.lexical)
    case .label:
      // A text in English comes before one in another language.
      let isForeign = !value.language.isEmpty && !value.language.starts(with: "en".utf8)
      choose(&label, source.rank + (isForeign ? 10 : 0), value.lexical)
    case .year:
      let year = UnsafeBufferPointer(rebasing: value.lexical.prefix(4))
      if AttributeValue.isValid(year, .int) { choose(&self.year, source.rank, year) }
    }
  }

  private func choose(_ place: inout Choice?, _ rank: Int, _ text: TextBytes) {
    if let old = place {
      if old.rank < rank { return }
      if old.rank == rank, !text.lexicographicallyPrecedes(old.text) { return }
    }
    place = Choice(rank: rank, text: Array(text))
  }

  /// Calls `body` with the values of `node` in the order of `GraphShape.node`.
  func withValues<Result>(
    of node: TermBytes, kind: TextBytes?, _ body: ([TextBytes?]) throws -> Result
  ) rethrows -> Result {
    try withText(name) { name in
      try withText(label) { label in
        try withText(year) { year in
          let name = name ?? ShortName.of(node)
          return try body([name, label ?? name, kind, node.lexical, year])
        }
      }
    }
  }

  private func withText<Result>(_ choice: Choice?, _ body: (TextBytes?) throws -> Result) rethrows -> Result {
    guard let choice else { return try body(nil) }
    return try choice.text.withUnsafeBufferPointer { try body($0) }
  }
}
