import QuerySyntax
import RDF
import TripleStore

/// Breadth-first search by look-ups in the store's indexes: nothing is made beforehand, as a `StepGraph` is from all edges, so
/// that an ancestry of some hundred nodes does not wait for the whole relation to be read.
///
/// - Complexity: O(reached nodes × log rows + their edges) for each search.
final class IndexReach {
  /// A predicate that is followed from subject to object, or back.
  private struct Step {
    let predicate: TermID
    let isForward: Bool
  }

  private let steps: [Step]
  /// Made when a step goes that way: the rows of a named graph are sorted for the second.
  private lazy var fromSubject = context.snapshot.scan(.spo, graph: selection)
  private lazy var fromObject = context.snapshot.scan(.pos, graph: selection)
  private let selection: GraphSelection
  private let allowance: LookUpAllowance
  private let context: QueryContext
  private let batch = Batch(columns: 1)

  /// Nil for a path whose steps are more than single predicates.
  init?(_ path: PropertyPath, in graph: ActiveGraph, _ allowance: LookUpAllowance, _ context: QueryContext) {
    guard let steps = IndexReach.steps(of: path, isForward: true, context.snapshot) else { return nil }
    self.steps = steps
    selection = context.selection(for: graph)
    self.allowance = allowance
    self.context = context
  }

  private static func steps(of path: PropertyPath, isForward: Bool, _ snapshot: Snapshot) -> [Step]? {
    switch path {
    case .predicate(let iri):
      let id = snapshot.id(of: .iri(iri))
      return id.isBound ? [Step(predicate: id, isForward: isForward)] : []
    case .inverse(let inner): return steps(of: inner, isForward: !isForward, snapshot)
    case .alternative(let a, let b):
      guard let first = steps(of: a, isForward: isForward, snapshot),
        let second = steps(of: b, isForward: isForward, snapshot)
      else { return nil }
      return first + second
    case .sequence, .zeroOrMore, .oneOrMore, .zeroOrOne, .negated: return nil
    }
  }

  /// The nodes reached from `start`, as `Reach.search` gives them; nil where that takes more look-ups than are allowed.
  func search(
    from start: TermID, forward: Bool, isSingleStep: Bool, includesSelf: Bool
  ) throws -> [TermID]? {
    var visited: Set<TermID> = includesSelf ? [start] : []
    var queue = includesSelf ? [start] : []
    guard try expand(start, forward, &visited, &queue) else { return nil }
    var next = includesSelf ? 1 : 0
    while !isSingleStep, next < queue.count {
      guard try expand(queue[next], forward, &visited, &queue) else { return nil }
      next += 1
    }
    return queue.sorted()
  }

  /// Adds the neighbours of `node`; false where no more look-ups are allowed.
  private func expand(
    _ node: TermID, _ forward: Bool, _ visited: inout Set<TermID>, _ queue: inout [TermID]
  ) throws -> Bool {
    try context.checkpoint()
    for step in steps {
      guard allowance.take() else { return false }
      let isForward = step.isForward == forward
      let scan = isForward ? fromSubject : fromObject
      if isForward { scan.reset(node, step.predicate) } else { scan.reset(step.predicate, node) }
      while case let count = scan.next(nil, nil, batch.columns[0], graph: nil, capacity: Batch.capacity),
        count > 0
      {
        for row in 0..<count where visited.insert(batch.columns[0][row]).inserted {
          queue.append(batch.columns[0][row])
        }
      }
    }
    return true
  }
}

/// How many look-ups the searches of one path may take before its graph is made.
final class LookUpAllowance {
  private var left: Int
  private let later: Int

  /// A look-up takes as long as reading some eight edges. So where the allowance of the first query does not do, a quarter of
  /// the time of making the graph is lost; who goes on asking is better served by the graph, and soon gets it.
  ///
  /// - Parameter edges: those of the path's graph.
  init(edges: Double) {
    left = max(16, Int(edges / 32))
    later = min(Int(edges / 256), 128)
  }

  /// Leaves what all queries but the first may take together.
  func limitForLaterQueries() { left = min(left, later) }

  /// Counts one more; false where none is left.
  func take() -> Bool {
    if left == 0 { return false }
    left -= 1
    return true
  }
}
