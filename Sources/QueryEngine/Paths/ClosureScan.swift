import QuerySyntax
import TripleStore

/// The matches of a closure pattern by itself: from a fixed end by one search, between open ends by a search from every node.
final class ClosureScan: Operator {
  let output: Batch
  private let pattern: ClosurePattern
  private let context: QueryContext
  private var search: ClosureSearch?
  private var sources: [TermID] = []
  private var source = 0
  private var ends: [TermID] = []
  private var end = 0

  init(_ pattern: ClosurePattern, context: QueryContext) {
    self.pattern = pattern
    self.context = context
    output = Batch(columns: pattern.variables.count)
  }

  func next() throws -> Bool {
    output.count = 0
    if search == nil {
      let made = ClosureSearch(pattern, context)
      search = made
      sources = try (pattern.subject.fixed ?? pattern.object.fixed).map { [$0] } ?? made.sources()
      try begin(made)
    }
    guard let search else { return false }
    while output.count < Batch.capacity, source < sources.count {
      if end == ends.count {
        source += 1
        try begin(search)
        continue
      }
      append(ends[end])
      end += 1
    }
    return output.count > 0
  }

  /// Searches from the present source.
  private func begin(_ search: ClosureSearch) throws {
    guard source < sources.count else { return }
    try context.checkpoint()
    end = 0
    if let subject = pattern.subject.fixed, let object = pattern.object.fixed {
      ends = try search.connects(subject, object) ? [object] : []
    } else {
      ends = try search.search(
        sources[source], forward: pattern.subject.fixed != nil || pattern.object.fixed == nil)
    }
  }

  private func append(_ node: TermID) {
    let row = output.count
    switch (pattern.subject, pattern.object) {
    case (.fixed, .fixed): break
    case (.fixed, .variable), (.variable, .fixed): output.columns[0][row] = node
    case (.variable(let a), .variable(let b)) where a == b:
      guard node == sources[source] else { return }
      output.columns[0][row] = node
    case (.variable, .variable):
      output.columns[0][row] = sources[source]
      output.columns[1][row] = node
    }
    output.count = row + 1
  }
}
