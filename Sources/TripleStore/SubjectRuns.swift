/// The subjects of a graph in the order of a `StatementScan`, a run at a time.
public final class SubjectRuns {
  private let blanks: IndexScan
  private let iris: SubjectOrder
  private let run: Int
  private var hasBlanks = true

  /// - Parameters:
  ///   - blanks: the graph's statements in the order `spo`.
  ///   - run: subjects in a run, at most.
  init(blanks: IndexScan, iris: SubjectOrder, run: Int) {
    self.blanks = blanks
    self.iris = iris
    self.run = run
    blanks.seek(TermID(.blank, payload: 0))
  }

  /// The next run; empty at the end.
  public func next() -> [TermID] {
    if hasBlanks {
      let found = nextBlanks()
      if !found.isEmpty { return found }
      hasBlanks = false
    }
    return iris.next()
  }

  private func nextBlanks() -> [TermID] {
    var found: [TermID] = []
    var subject = TermID.none
    while found.count < run, blanks.next(&subject, nil, nil, graph: nil, capacity: 1) == 1 {
      guard subject.kind == .blank else { break }
      found.append(subject)
      blanks.seek(TermID(rawValue: subject.rawValue + 1))
    }
    return found
  }
}
