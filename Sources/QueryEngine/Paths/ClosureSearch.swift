import TripleStore

/// Answers "what does this node reach" and "what reaches it" for one closure pattern, remembering nodes already asked for.
final class ClosureSearch {
  private let pattern: ClosurePattern
  private let steps: StepGraph
  private var reach: Reach
  private var known: [Key: [TermID]] = [:]
  private let context: QueryContext

  private struct Key: Hashable {
    let node: TermID
    let forward: Bool
  }

  init(_ pattern: ClosurePattern, _ context: QueryContext) throws {
    self.pattern = pattern
    self.context = context
    steps = try context.stepGraphs.graph(pattern.inner, in: pattern.graph, context)
    reach = Reach(nodes: steps.nodes.count)
  }

  /// The nodes at the other end of paths from `node`, in id order.
  func ends(of node: TermID, forward: Bool) throws -> [TermID] {
    let key = Key(node: node, forward: forward)
    if let found = known[key] { return found }
    let found = mayStand(node) ? search(node, forward: forward) : []
    try context.charge(found.count * MemoryLayout<TermID>.stride)
    known[key] = found
    return found
  }

  /// True if a path leads from `source` to `target`.
  func connects(_ source: TermID, _ target: TermID) throws -> Bool {
    let found = try ends(of: source, forward: true)
    var low = 0
    var high = found.count
    while low < high {
      let middle = (low + high) / 2
      if found[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low < found.count && found[low] == target
  }

  /// Between two variables a path of length zero leads only from nodes of the graph (SPARQL 1.1 §18.4), and a value that was bound
  /// elsewhere, as a predicate say, may be none.
  private func mayStand(_ node: TermID) -> Bool {
    guard pattern.includesSelf, pattern.subject.fixed == nil, pattern.object.fixed == nil,
      steps.number(of: node) == nil
    else { return true }
    return [IndexOrder.spo, .osp].contains { order in
      let scan = context.snapshot.scan(order, prefix: [node], graph: context.selection(for: pattern.graph))
      return scan.next(nil, nil, nil, graph: nil, capacity: 1) > 0
    }
  }

  /// One search, nothing remembered.
  func search(_ node: TermID, forward: Bool) -> [TermID] {
    guard let number = steps.number(of: node) else { return pattern.includesSelf ? [node] : [] }
    let reached = reach.search(
      from: number, forward ? steps.forward : steps.backward, isSingleStep: pattern.isSingleStep,
      includesSelf: pattern.includesSelf)
    return reached.map { steps.nodes[Int($0)] }
  }

  /// Where paths may start when both ends are open: the nodes with edges, and with length zero every node of the graph.
  func sources() throws -> [TermID] {
    guard pattern.includesSelf else { return steps.nodes }
    let selection = context.selection(for: pattern.graph)
    var nodes: Set<TermID> = []
    for order in [IndexOrder.spo, .osp] {
      let scan = context.snapshot.scan(order, prefix: [], graph: selection)
      let batch = Batch(columns: 1)
      while true {
        let count = scan.next(batch.columns[0], nil, nil, graph: nil, capacity: Batch.capacity)
        if count == 0 { break }
        try context.checkpoint()
        for row in 0..<count where row == 0 || batch.columns[0][row] != batch.columns[0][row - 1] {
          nodes.insert(batch.columns[0][row])
        }
      }
    }
    return nodes.sorted()
  }
}
