import QuerySyntax
import TripleStore

/// Joins each left row with the matches of a triple pattern looked up in an index: best where the left is small.
///
/// Every variable the two share must be bound in the left. Equal neighbouring left keys are looked up once each time; an
/// input sorted on them therefore costs little more than its distinct keys.
///
/// - Complexity: O(left × log(store) + output).
final class LookupJoin: Operator {
  private let left: any Operator
  private let result: JoinOutput
  private let condition: JoinCondition?
  private let context: QueryContext
  private let scan: IndexScan
  /// For each prefix column: a fixed id or the left column that gives it.
  private let prefix: [(fixed: TermID, column: Int)]
  private let found: Batch
  private var targets: [UnsafeMutablePointer<TermID>?] = [nil, nil, nil, nil]
  /// Pairs of index columns that must agree, for a variable that stands twice among the free places.
  private var equal: [(UnsafeMutablePointer<TermID>, UnsafeMutablePointer<TermID>)] = []
  /// A left column that the graph must equal, where GRAPH ?g is already bound.
  private var graphColumn: Int?
  private let allowedGraphs: Set<TermID>?
  /// Takes index columns that are only compared.
  private lazy var spare = Batch(columns: 4)
  private var row = 0
  private var match = 0
  private var started = false
  private var matched = false
  private var alive = true
  private var pending = false

  var output: Batch { result.batch }

  func skip(to id: TermID) { left.skip(to: id) }

  /// - Parameters:
  ///   - layout: its right side are `pattern.variables`.
  ///   - order: an index whose first columns are the bound places of the pattern.
  init(
    left: any Operator, leftVariables: [Variable], pattern: IDPattern, order: IndexOrder,
    layout: JoinLayout, mode: JoinMode, condition: JoinCondition?, context: QueryContext
  ) {
    self.left = left
    self.condition = condition
    self.context = context
    result = JoinOutput(layout, leftWidth: left.output.columns.count, mode: mode)
    found = Batch(columns: pattern.variables.count)
    let places = order.places
    var prefix: [(fixed: TermID, column: Int)] = []
    for place in places {
      switch pattern.slots[place] {
      case .fixed(let id): prefix.append((id, -1))
      case .variable(let variable):
        guard let column = leftVariables.firstIndex(of: variable) else { break }
        prefix.append((.none, column))
      }
      if prefix.count <= places.firstIndex(of: place) ?? 0 { break }
    }
    self.prefix = prefix
    scan = context.snapshot.scan(
      order, prefix: prefix.map { $0.column < 0 ? $0.fixed : TermID(.iri, payload: 0) },
      graph: context.selection(for: pattern.graph))
    allowedGraphs = if case .each = pattern.graph { context.dataset.namedGraphs.map(Set.init) } else { nil }
    let variables = pattern.variables
    var seen: Set<Variable> = []
    for column in prefix.count..<3 {
      guard let variable = pattern.slots[places[column]].variable,
        let index = variables.firstIndex(of: variable)
      else { continue }
      if seen.insert(variable).inserted {
        targets[column] = found.columns[index]
      } else {
        targets[column] = spare.columns[column]
        equal.append((found.columns[index], spare.columns[column]))
      }
    }
    if case .each(let variable) = pattern.graph {
      graphColumn = leftVariables.firstIndex(of: variable)
      if let index = variables.firstIndex(of: variable), seen.insert(variable).inserted, graphColumn == nil {
        targets[3] = found.columns[index]
      } else {
        targets[3] = spare.columns[3]
        if graphColumn == nil, let index = variables.firstIndex(of: variable) {
          equal.append((found.columns[index], spare.columns[3]))
        }
      }
    }
  }

  func next() throws -> Bool {
    output.count = 0
    while alive, !result.isFull {
      if !pending {
        try context.checkpoint()
        alive = try left.next()
        guard alive else { break }
        pending = true
        row = 0
      }
      try probe()
    }
    return output.count > 0
  }

  private func probe() throws {
    let batch = left.output
    while row < batch.count {
      if !started {
        lookUp(batch)
        started = true
        matched = false
        match = 0
        found.count = fetch()
      }
      if try !drain(batch) { return }
      if result.isFull { return }
      if matched ? result.mode == .semi : result.mode.isOuter { result.append(left: batch, row) }
      row += 1
      started = false
    }
    pending = false
  }

  /// Puts out the matches of the present row; false when the output is full before they end.
  private func drain(_ batch: Batch) throws -> Bool {
    while found.count > 0 {
      while match < found.count {
        if result.isFull { return false }
        let other = match
        match += 1
        guard accepts(batch, other) else { continue }
        if let condition, try !condition.test(batch, row, found.columns, other) { continue }
        matched = true
        if !result.mode.keepsRight { return true }
        result.append(left: batch, row, right: found.columns, other)
      }
      match = 0
      found.count = found.count < Batch.capacity ? 0 : fetch()
    }
    return true
  }

  @inline(__always)
  private func lookUp(_ batch: Batch) {
    switch prefix.count {
    case 0: scan.reset(prefix: [])
    case 1: scan.reset(id(0, batch))
    case 2: scan.reset(id(0, batch), id(1, batch))
    default: scan.reset(id(0, batch), id(1, batch), id(2, batch))
    }
  }

  @inline(__always)
  private func id(_ position: Int, _ batch: Batch) -> TermID {
    let (fixed, column) = prefix[position]
    return column < 0 ? fixed : batch.columns[column][row]
  }

  @inline(__always)
  private func fetch() -> Int {
    scan.next(targets[0], targets[1], targets[2], graph: targets[3], capacity: Batch.capacity)
  }

  @inline(__always)
  private func accepts(_ batch: Batch, _ other: Int) -> Bool {
    for (a, b) in equal where a[other] != b[other] { return false }
    if let graph = targets[3] {
      if let graphColumn, batch.columns[graphColumn][row] != graph[other] { return false }
      if let allowedGraphs, !allowedGraphs.contains(graph[other]) { return false }
    }
    return true
  }
}
