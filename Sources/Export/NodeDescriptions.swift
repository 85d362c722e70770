import RDF

/// What the triples of a graph say about its nodes, collected for those who write nodes first.
struct NodeDescriptions {
  private(set) var table = TermTable()
  private var classes = ClassCounts()
  private var nodes: [(classes: [Int32], facts: NodeFacts)] = []

  mutating func add(_ subject: TermBytes, _ predicate: TermBytes, _ object: TermBytes) {
    let node = number(subject)
    if object.kind == .literal {
      if let source = NodeFacts.source(predicate) { nodes[node].facts.add(source, object) }
    } else if isRDFType(predicate.lexical) {
      nodes[node].classes.append(Int32(classes.add(object)))
    } else {
      _ = number(object)
    }
  }

  private mutating func number(_ term: TermBytes) -> Int {
    let (index, isNew) = table.insert(term)
    if isNew { nodes.append(([], NodeFacts())) }
    return index
  }

  /// Calls `body` with every node's number and values, in the order of `GraphShape.node`.
  func forEach(_ body: (Int, [TextBytes?]) throws -> Void) throws {
    for (index, node) in nodes.enumerated() {
      let kind = node.classes.lazy.map(Int.init).min { classes.isRarer($0, than: $1) }
      try table.withTerm(index) { term in
        try classes.withName(kind) { kind in
          try node.facts.withValues(of: term, kind: kind) { try body(index, $0) }
        }
      }
    }
  }
}
