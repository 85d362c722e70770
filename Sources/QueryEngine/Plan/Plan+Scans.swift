import QuerySyntax
import TripleStore

extension Plan {
  /// The ways to read a pattern's matches, one for each index whose prefix its constants fill.
  static func scans(_ pattern: IDPattern, _ context: QueryContext) -> [Plan] {
    let bound = pattern.slots.indices.filter { pattern.slots[$0].fixed != nil }
    let orders = IndexOrder.covering(bound)
    // Each order gives the same count, but each index that is asked has to be opened first.
    guard let first = orders.first else { return [] }
    let rows = context.statistics.matches(
      first, first.places.compactMap { pattern.slots[$0].fixed },
      graph: context.selection(for: pattern.graph),
      in: context.snapshot)
    return orders.map { scan(pattern, $0, rows, context) }
  }

  private static func scan(
    _ pattern: IDPattern, _ order: IndexOrder, _ rows: Double, _ context: QueryContext
  ) -> Plan {
    let places = order.places
    let open = places.filter { pattern.slots[$0].fixed == nil }
    let sorted = open.compactMap { pattern.slots[$0].variable }
    let variables = pattern.variables
    let repeated = sorted.count != Set(sorted).count
    return Plan(
      "PatternScan \(order) \(pattern.description)", variables: variables, certain: Set(variables),
      order: sorted.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
      rows: repeated ? rows * 0.1 : rows, cost: rows * Cost.scanRow + Cost.seek,
      distinct: { distinct($0, in: pattern, rows, context) }, seekCost: Cost.seek
    ) { context in PatternScan(pattern, order: order, variables: variables, context: context) }
  }

  private static func distinct(
    _ variable: Variable, in pattern: IDPattern, _ rows: Double, _ context: QueryContext
  ) -> Double? {
    if case .each(variable) = pattern.graph { return Double(context.snapshot.graphs.count) }
    let place = pattern.slots.indices.last { pattern.slots[$0].variable == variable }
    return place.map { distinct(pattern, $0, rows, context) }
  }

  /// How many different ids stand at `place` among a pattern's matches: exact where one constant precedes it in an index.
  private static func distinct(
    _ pattern: IDPattern, _ place: Int, _ rows: Double, _ context: QueryContext
  ) -> Double {
    let bound = pattern.slots.indices.filter { pattern.slots[$0].fixed != nil }
    guard bound.count < 2,
      let order = IndexOrder.allCases.first(where: { $0.places.starts(with: bound + [place]) })
    else { return rows }
    let prefix = order.places.prefix(bound.count).compactMap { pattern.slots[$0].fixed }
    return context.statistics.values(order, prefix, in: context.snapshot)
  }
}

extension Algebra {
  /// True if reading the quads of all named graphs at once gives the same as reading each graph by itself: every part binds the
  /// graph's name, and nothing in it looks at that name.
  func isReadFromQuads(_ name: Variable) -> Bool {
    switch self {
    case .bgp(let patterns): return !patterns.isEmpty && patterns.allSatisfy { !$0.variables.contains(name) }
    case .join(let a, let b), .union(let a, let b):
      return a.isReadFromQuads(name) && b.isReadFromQuads(name)
    case .filter(let expression, let a):
      return !expression.hasExists && !expression.variables.contains(name) && a.isReadFromQuads(name)
    default: return false
    }
  }
}
