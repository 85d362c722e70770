import RDF
import TripleStore

extension LocalGraph: NavigableGraph {
  public func lookup() throws -> any TripleLookup { LocalLookup(try snapshot()) }
}

/// Looks triples up in the indexes of a local store.
///
/// - Complexity: O(log blocks + rows found) for each.
private final class LocalLookup: TripleLookup {
  private let snapshot: Snapshot
  private lazy var bySubject = snapshot.scan(.spo)
  private lazy var byObject = snapshot.scan(.pos)
  private let batch = Batch(columns: 2)

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  func number(of term: Term) throws -> TermNumber? {
    let id = snapshot.id(of: term)
    if id.isBound { return id.rawValue }
    // What cannot be read is not found.
    try snapshot.throwIfDamaged()
    return nil
  }

  func term(_ number: TermNumber) throws -> Term {
    let term = snapshot.term(TermID(rawValue: number))
    try snapshot.throwIfDamaged()
    return term
  }

  func triples(of subject: TermNumber) throws -> [(predicate: TermNumber, object: TermNumber)] {
    bySubject.reset(TermID(rawValue: subject))
    var found: [(predicate: TermNumber, object: TermNumber)] = []
    found.reserveCapacity(bySubject.remainingRows)
    let (predicates, objects) = (batch.columns[0], batch.columns[1])
    while case let count = bySubject.next(nil, predicates, objects, graph: nil, capacity: Batch.capacity),
      count > 0
    {
      for row in 0..<count { found.append((predicates[row].rawValue, objects[row].rawValue)) }
    }
    try snapshot.throwIfDamaged()
    return found
  }

  func subjects(_ predicate: TermNumber, _ object: TermNumber) throws -> [TermNumber] {
    byObject.reset(TermID(rawValue: predicate), TermID(rawValue: object))
    var found: [TermNumber] = []
    while case let count = byObject.next(nil, nil, batch.columns[0], graph: nil, capacity: Batch.capacity),
      count > 0
    {
      for row in 0..<count { found.append(batch.columns[0][row].rawValue) }
    }
    try snapshot.throwIfDamaged()
    return found
  }
}
