import QuerySyntax
import RDF

/// The answers to a SELECT, in batches of about a thousand rows, each a set of columns.
///
///     while let batch = try solutions.next() {
///       for row in 0..<batch.count { try batch.withTerm(row: row, column: 0) { term in … } }
///     }
///
/// A batch is valid until the next call of `next`.
public final class Solutions {
  public let variables: [Variable]
  private let pull: () throws -> (any SolutionBatch)?

  public init(variables: [Variable], pull: @escaping () throws -> (any SolutionBatch)?) {
    self.variables = variables
    self.pull = pull
  }

  /// The next batch, never empty; nil at the end.
  public func next() throws -> (any SolutionBatch)? { try pull() }
}

/// Some rows of an answer.
public protocol SolutionBatch {
  /// Rows.
  var count: Int { get }

  /// Calls `body` with the term in a cell, nil where the variable is unbound there. The bytes are valid during the call.
  func withTerm(row: Int, column: Int, _ body: (TermBytes?) throws -> Void) rethrows

  /// A number by which the term in a cell is known again, in all batches of an answer, without being read; nil where there is none.
  func key(row: Int, column: Int) -> UInt64?
}

extension SolutionBatch {
  public func key(row: Int, column: Int) -> UInt64? { nil }

  /// The term in a cell as a value of its own; nil where the variable is unbound.
  public func term(row: Int, column: Int) -> Term? {
    var result: Term?
    withTerm(row: row, column: column) { result = $0?.term }
    return result
  }
}

extension Solutions {
  /// All rows as terms; one that occurs again is read once.
  public func rows() throws -> [[Term?]] {
    var known: [UInt64: Term] = [:]
    var rows: [[Term?]] = []
    while let batch = try next() {
      for row in 0..<batch.count {
        rows.append(
          variables.indices.map { column in
            guard let key = batch.key(row: row, column: column) else {
              return batch.term(row: row, column: column)
            }
            if let term = known[key] { return term }
            let term = batch.term(row: row, column: column)
            known[key] = term
            return term
          })
      }
    }
    return rows
  }
}

/// The distinct triples of a CONSTRUCT or DESCRIBE, as they are found.
public final class TripleStream {
  private let pull: ((TermBytes, TermBytes, TermBytes) throws -> Void) throws -> Void

  public init(_ pull: @escaping ((TermBytes, TermBytes, TermBytes) throws -> Void) throws -> Void) {
    self.pull = pull
  }

  /// Calls `body` with every triple once (subject, predicate, object). May be called once.
  public func forEach(_ body: (TermBytes, TermBytes, TermBytes) throws -> Void) throws { try pull(body) }

  /// All triples as values.
  public func triples() throws -> [Triple] {
    var triples: [Triple] = []
    try forEach { subject, predicate, object in
      guard case .iri(let iri) = predicate.term else { return }
      triples.append(Triple(subject.term, iri, object.term))
    }
    return triples
  }
}
