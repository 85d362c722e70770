import QuerySyntax
import TripleStore

/// A step of a plan: what it computes, what that is expected to cost, and how to start it.
///
/// Plans are made in numbers while joins are ordered and most are thrown away; operators exist only once a plan is started.
final class Plan {
  /// What `.explain` prints for this step: "PatternScan pso", with the pattern.
  var label: String { describe() }
  /// Output columns.
  let variables: [Variable]
  /// The variables that are bound in every row.
  let certain: Set<Variable>
  /// Rows come sorted by the ids of these variables.
  let order: [Variable]
  /// Expected rows.
  let rows: Double
  /// Expected nanoseconds of work, children included.
  let cost: Double
  let children: [Plan]
  /// Expected nanoseconds for passing over rows that are not wanted without reading them; nil where all must be read.
  let seekCost: Double?
  /// Filled while the query runs, where it is being explained.
  private(set) var measured: Measurement?
  private let make: (QueryContext) throws -> any Operator
  // Most plans are thrown away unread, so what only a kept plan needs is worked out on demand.
  private let describe: () -> String
  private let estimate: (Variable) -> Double?
  /// What `distinct` has found.
  private var found: [Variable: Double] = [:]

  /// - Parameter distinct: the expected number of distinct values of a variable, not yet bounded by `rows`; nil where nothing
  ///   is known of it.
  init(
    _ label: @autoclosure @escaping () -> String, variables: [Variable], certain: Set<Variable>,
    order: [Variable] = [], rows: Double, cost: Double,
    distinct: @escaping (Variable) -> Double? = { _ in nil }, children: [Plan] = [],
    seekCost: Double? = nil,
    make: @escaping (QueryContext) throws -> any Operator
  ) {
    describe = label
    self.variables = variables
    self.certain = certain
    self.order = order
    self.rows = rows
    self.cost = cost
    estimate = distinct
    self.children = children
    self.seekCost = seekCost
    self.make = make
  }

  /// The expected number of distinct values of a variable.
  func distinct(_ variable: Variable) -> Double {
    if let known = found[variable] { return known }
    let count = max(1, min(estimate(variable) ?? rows, rows))
    found[variable] = count
    return count
  }

  /// The same; nil for a variable that is none of the plan's.
  func distinctIfAny(_ variable: Variable) -> Double? {
    variables.contains(variable) ? distinct(variable) : nil
  }

  /// The operator that runs this plan.
  func start(_ context: QueryContext) throws -> any Operator {
    try context.charge(variables.count * Batch.columnBytes)
    guard context.isMeasuring else { return try make(context) }
    let measurement = Measurement()
    measured = measurement
    // Some do their work here: PATHS finds all edges.
    let start = monotonicSeconds()
    let running = try make(context)
    measurement.seconds = monotonicSeconds() - start
    return MeasuredOperator(running, measurement)
  }

  /// A plan that gives no rows.
  static func empty(_ variables: [Variable]) -> Plan {
    Plan("Empty", variables: variables, certain: Set(variables), order: variables, rows: 0, cost: 0) { _ in
      EmptyScan(width: variables.count)
    }
  }

  /// The plan of the empty pattern: one row that binds nothing.
  static var unit: Plan { Plan("Unit", variables: [], certain: [], rows: 1, cost: 1) { _ in UnitScan() } }
}
