import TripleStore

/// Answers "what does this node reach" and "what reaches it" for one closure pattern, remembering nodes already asked for.
final class ClosureSearch {
  private let pattern: ClosurePattern
  /// Nil until look-ups do no more.
  private var steps: (graph: StepGraph, reach: Reach)?
  private var index: IndexReach?
  private var known: [Key: [TermID]] = [:]
  private let context: QueryContext

  private struct Key: Hashable {
    let node: TermID
    let forward: Bool
  }

  init(_ pattern: ClosurePattern, _ context: QueryContext) {
    self.pattern = pattern
    self.context = context
    let cache = context.stepGraphs
    let key = StepGraphCache.Key(pattern.inner, in: pattern.graph, context)
    if cache.known(key) == nil {
      let allowance = cache.allowance(key, edges: pattern.inner.expectedEdges(pattern.graph, context))
      index = IndexReach(pattern.inner, in: pattern.graph, allowance, context)
    }
  }

  /// The graph of all steps, made where it is not there.
  private func graph() throws -> StepGraph {
    if let steps { return steps.graph }
    let graph = try context.stepGraphs.graph(pattern.inner, in: pattern.graph, context)
    steps = (graph, Reach(nodes: graph.nodes.count))
    return graph
  }

  /// The nodes at the other end of paths from `node`, in id order.
  func ends(of node: TermID, forward: Bool) throws -> [TermID] {
    let key = Key(node: node, forward: forward)
    if let found = known[key] { return found }
    let found = try mayStand(node) ? search(node, forward: forward) : []
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
      steps?.graph.number(of: node) == nil
    else { return true }
    return [IndexOrder.spo, .osp].contains { order in
      let scan = context.snapshot.scan(order, prefix: [node], graph: context.selection(for: pattern.graph))
      return scan.next(nil, nil, nil, graph: nil, capacity: 1) > 0
    }
  }

  /// One search, nothing remembered.
  func search(_ node: TermID, forward: Bool) throws -> [TermID] {
    if let index {
      let found = try index.search(
        from: node, forward: forward, isSingleStep: pattern.isSingleStep, includesSelf: pattern.includesSelf)
      if let found { return found }
      self.index = nil
    }
    let graph = try graph()
    guard let number = graph.number(of: node) else { return pattern.includesSelf ? [node] : [] }
    let reached = steps?.reach.search(
      from: number, forward ? graph.forward : graph.backward, isSingleStep: pattern.isSingleStep,
      includesSelf: pattern.includesSelf)
    return (reached ?? []).map { graph.nodes[Int($0)] }
  }

  /// Where paths may start when both ends are open: the nodes with edges, and with length zero every node of the graph.
  func sources() throws -> [TermID] {
    index = nil
    guard pattern.includesSelf else { return try graph().nodes }
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
