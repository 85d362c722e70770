import QuerySyntax
import RDF
import TripleStore

/// The triples of a DESCRIBE: the concise bounded description of each resource (W3C member submission CBD, 2005) — every
/// triple about it, and about the blank nodes that those lead to.
final class Description {
  private let fixed: [TermID]
  private let columns: [Int]
  private let source: any Operator
  private let context: QueryContext

  init(_ targets: [PatternTerm], _ plan: Plan, _ source: any Operator, _ context: QueryContext) {
    self.source = source
    self.context = context
    fixed = targets.compactMap { target in
      if case .term(let term) = target { return context.pool.id(for: term) }
      return nil
    }
    columns = targets.compactMap { target in target.variable.flatMap { plan.variables.firstIndex(of: $0) } }
  }

  func stream() -> TripleStream {
    TripleStream { [self] body in
      var described: Set<TermID> = []
      for id in fixed { try describe(id, &described, body) }
      guard !columns.isEmpty else { return }
      while try source.next() {
        try context.checkpoint()
        for row in 0..<source.output.count {
          for column in columns where source.output.columns[column][row].isBound {
            try describe(source.output.columns[column][row], &described, body)
          }
        }
      }
    }
  }

  private func describe(
    _ id: TermID, _ described: inout Set<TermID>, _ body: (TermBytes, TermBytes, TermBytes) throws -> Void
  ) throws {
    var waiting = [id]
    let found = Batch(columns: 2)
    while let subject = waiting.popLast() {
      guard subject.kind != .local, described.insert(subject).inserted else { continue }
      let scan = context.snapshot.scan(.spo, prefix: [subject], graph: context.dataset.defaultSelection)
      while true {
        let count = scan.next(
          nil, found.columns[0], found.columns[1], graph: nil, capacity: Batch.capacity)
        if count == 0 { break }
        for row in 0..<count {
          let object = found.columns[1][row]
          if object.kind == .blank { waiting.append(object) }
          try context.pool.emit(subject, found.columns[0][row], object, body)
        }
      }
    }
  }
}
