import QuerySyntax
import TripleStore

/// Reads the matches of one triple pattern from an index, in that index's order.
final class PatternScan: Operator {
  let output: Batch
  private let scan: IndexScan
  private let context: QueryContext
  /// Where each index column goes: an output column, or a spare one.
  private var targets: [UnsafeMutablePointer<TermID>?] = [nil, nil, nil, nil]
  /// Pairs of columns that must agree because one variable stands in both.
  private var equal: [(UnsafeMutablePointer<TermID>, UnsafeMutablePointer<TermID>)] = []
  /// Takes index columns that are only compared.
  private lazy var spare = Batch(columns: 4)
  private let firstFree: Int
  private let allowedGraphs: Set<TermID>?

  /// - Parameter variables: the output columns; those of `pattern` in any order.
  init(_ pattern: IDPattern, order: IndexOrder, variables: [Variable], context: QueryContext) {
    self.context = context
    output = Batch(columns: variables.count)
    let places = order.places
    let prefix = places.prefix { pattern.slots[$0].fixed != nil }.compactMap { pattern.slots[$0].fixed }
    firstFree = prefix.count
    scan = context.snapshot.scan(
      order, prefix: prefix, graph: context.selection(for: pattern.graph))
    allowedGraphs =
      if case .each = pattern.graph { context.dataset.namedGraphs.map(Set.init) } else { nil }
    var seen: Set<Variable> = []
    for (column, place) in places.enumerated() where column >= firstFree {
      guard let variable = pattern.slots[place].variable else { continue }
      deliver(variable, at: column, variables, &seen)
    }
    if case .each(let variable) = pattern.graph { deliver(variable, at: 3, variables, &seen) }
  }

  private func deliver(
    _ variable: Variable, at column: Int, _ variables: [Variable], _ seen: inout Set<Variable>
  ) {
    guard let index = variables.firstIndex(of: variable) else { return }
    if seen.insert(variable).inserted {
      targets[column] = output.columns[index]
    } else {
      targets[column] = spare.columns[column]
      equal.append((output.columns[index], spare.columns[column]))
    }
  }

  func next() throws -> Bool {
    while true {
      try context.checkpoint()
      let count = scan.next(
        targets[0], targets[1], targets[2], graph: targets[3], capacity: Batch.capacity)
      if count == 0 { return false }
      output.count = keepMatching(count)
      if output.count > 0 { return true }
    }
  }

  /// Drops rows in which one variable would stand for two terms, or whose graph may not be named.
  private func keepMatching(_ count: Int) -> Int {
    if equal.isEmpty, allowedGraphs == nil { return count }
    var kept = 0
    for row in 0..<count {
      if !equal.allSatisfy({ $0[row] == $1[row] }) { continue }
      if let allowedGraphs, let graph = targets[3], !allowedGraphs.contains(graph[row]) { continue }
      for column in output.columns { column[kept] = column[row] }
      if let graph = targets[3], graph != output.columns.last { graph[kept] = graph[row] }
      kept += 1
    }
    return kept
  }

  func skip(to id: TermID) { scan.seek(id) }
}

extension QueryContext {
  /// How scans read `graph`.
  func selection(for graph: ActiveGraph) -> GraphSelection {
    switch graph {
    case .defaultGraph: return dataset.defaultSelection
    case .named(let id): return .graph(id)
    case .each: return .eachNamed
    }
  }
}
