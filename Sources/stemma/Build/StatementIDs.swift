import Extraction
import TripleStore

/// The ids that a store has for the terms of statements; those of the vocabulary are asked for once in a run.
struct StatementIDs {
  private var vocabulary: [TermID] = []

  /// Adds a document's statements to `graph`, as if they had been added one by one.
  mutating func add(_ statements: Statements, graph: TermID, to transaction: Transaction) throws {
    let shared = statements.vocabulary.count
    if vocabulary.isEmpty { vocabulary = Array(repeating: .none, count: shared) }
    var own = [TermID](repeating: .none, count: statements.termCount - shared)
    func id(_ number: UInt32) throws -> TermID {
      let place = Int(number) - shared
      let known = place < 0 ? vocabulary[Int(number)] : own[place]
      if known != .none { return known }
      let made = try statements.withTerm(number) { try transaction.intern($0) }
      if place < 0 { vocabulary[Int(number)] = made } else { own[place] = made }
      return made
    }
    for row in statements.rows {
      let subject = try id(row.subject)
      let predicate = try id(row.predicate)
      try transaction.insert(subject, predicate, id(row.object), graph: graph)
    }
  }
}
