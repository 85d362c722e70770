import QuerySyntax
import TripleStore

/// A join of which only the number of solutions for each value of some keys is asked: what merely multiplies solutions is
/// counted where it stands, and the counts are carried through the join as weights (eager aggregation, Yan and Larson 1995).
///
///     SELECT ?y (COUNT(*) AS ?n) { ?a :year ?y ; :recalls ?b . ?b :recalls ?c } GROUP BY ?y
///
/// counts the ?c of each ?b, adds these up for each ?a, then for each ?y: no chain is ever written out.
struct CountedJoin {
  private(set) var group: JoinGroup
  /// Hidden variables that hold, in each row of the item that binds them, how many solutions it stands for.
  private(set) var weights: [Variable] = []
  private let keys: Set<Variable>
  private let graph: ActiveGraph
  private let context: QueryContext

  /// Rows for each count below which counting first gains nothing.
  private static let worthwhile = 1.5

  init(_ group: JoinGroup, keys: [Variable], graph: ActiveGraph, context: QueryContext) {
    self.group = group
    self.keys = Set(keys)
    self.graph = graph
    self.context = context
  }

  /// Counts what can be counted; false where nothing can, or nothing would be gained.
  mutating func reduce() -> Bool {
    var found = false
    while let step = step() {
      found = true
      let replaced = Set(step.items)
      group.items = group.items.indices.filter { !replaced.contains($0) }.map { group.items[$0] }
      weights.removeAll { step.used.contains($0) }
      weights.append(step.weight)
      group.items.append(JoinItem(source: .plan, plans: [step.plan]))
    }
    return found
  }

  /// Items to be replaced by their counts.
  private struct Step {
    let items: [Int]
    /// Weights that go into the new one.
    let used: [Variable]
    let weight: Variable
    let plan: Plan
  }

  private func step() -> Step? {
    for index in group.items.indices {
      if let step = counting(index) ?? carrying(index) { return step }
    }
    return nil
  }

  /// A pattern with variables that stand nowhere else.
  private func counting(_ index: Int) -> Step? {
    guard case .pattern(let pattern) = group.items[index].source else { return nil }
    let kept = pattern.variables.filter { isNeeded($0, besides: [index]) }
    guard isEnough(kept), kept.count < pattern.variables.count else { return nil }
    let scan = group.items[index].plans[0]
    if let key = kept.first, scan.rows < scan.distinct(key) * CountedJoin.worthwhile { return nil }
    let weight = context.freshVariable()
    guard let plan = Plan.runCount(pattern, key: kept.first, weight: weight, scan: scan, context) else {
      return nil
    }
    return Step(items: [index], used: [], weight: weight, plan: plan)
  }

  /// A pattern joined with the counts of its neighbour, where the variable between them then stands nowhere else.
  private func carrying(_ index: Int) -> Step? {
    guard case .pattern(let pattern) = group.items[index].source else { return nil }
    for other in group.items.indices {
      let counted = group.items[other].variables.filter(weights.contains)
      let joint = group.items[other].variables.filter { !weights.contains($0) }
      guard counted.count == 1, joint.count == 1, pattern.variables.contains(joint[0]),
        !isNeeded(joint[0], besides: [index, other])
      else { continue }
      let kept = pattern.variables.filter { isNeeded($0, besides: [index, other]) }
      let pair = JoinGroup(items: [group.items[index], group.items[other]])
      let join = JoinOrder(group: pair, graph: graph).best()
      guard isEnough(kept),
        kept.first.map({ join.rows >= join.distinct($0) * CountedJoin.worthwhile }) ?? true
      else { continue }
      let weight = context.freshVariable()
      return Step(
        items: [index, other], used: counted, weight: weight,
        plan: join.counted(by: kept, weights: counted, names: [weight]))
    }
    return nil
  }

  /// Whether counts by these variables can stand for an item. Without any it would be one row, also where it is of no
  /// solutions at all, which is right only for a count that is one row itself.
  private func isEnough(_ kept: [Variable]) -> Bool { kept.count == 1 || kept.isEmpty && keys.isEmpty }

  /// Whether a variable is asked for outside of some items.
  private func isNeeded(_ variable: Variable, besides items: [Int]) -> Bool {
    keys.contains(variable) || group.filters.contains { $0.variables.contains(variable) }
      || group.items.indices.contains {
        !items.contains($0) && group.items[$0].variables.contains(variable)
      }
  }
}
