/// All paths from a node, shorter ones first: a depth-first search that is repeated with one edge more each time, so that
/// memory holds one path and not the many that lead as far.
///
/// The distances to the ends say which ways lead nowhere.
final class AllPaths: PathWalk {
  private(set) var path: [UInt32] = []

  private let graph: PathGraph
  private let target: PathTarget
  private let context: QueryContext
  /// To the nearest end; nil where every node is one.
  private var distances: PathDistances?
  private var start: UInt32 = 0
  private var length = 0
  /// Whether a longer path than `length` may exist.
  private var isCut = false
  private var isOnPath: [Bool]
  /// The edges to be tried from each node of the path.
  private var choices: [ArraySlice<UInt32>] = []
  private var steps = 0

  init(_ graph: PathGraph, _ target: PathTarget, context: QueryContext) throws {
    self.graph = graph
    self.target = target
    self.context = context
    isOnPath = [Bool](repeating: false, count: graph.nodeCount)
    if !target.isCyclic, let ends = target.ends {
      var distances = PathDistances(nodes: graph.nodeCount)
      let origins = ends.indices.lazy.filter { ends[$0] }.map { UInt32($0) }
      try distances.search(
        from: origins, in: graph, backwards: true, limit: target.maxLength, context: context)
      self.distances = distances
    }
  }

  func begin(at start: UInt32) throws {
    self.start = start
    length = 0
    isCut = !target.isCyclic || target.mayEnd(at: start)
    path.removeAll()
    choices.removeAll()
    guard target.isCyclic, isCut else { return }
    var distances = distances ?? PathDistances(nodes: graph.nodeCount)
    // Held once, so that it is not copied.
    self.distances = nil
    distances.reset()
    try distances.search(from: [start], in: graph, backwards: true, limit: target.maxLength, context: context)
    self.distances = distances
  }

  func next() throws -> Bool {
    // The last edge of the path found before.
    if !choices.isEmpty { path.removeLast() }
    while true {
      if choices.isEmpty {
        guard isCut, length < target.maxLength else { return false }
        length += 1
        isCut = false
        choices.append(graph.edges(from: start))
        isOnPath[Int(start)] = true
      }
      if try advance() { return true }
    }
  }

  /// Goes on to the next path of the present length; false where there is none.
  private func advance() throws -> Bool {
    while !choices.isEmpty {
      steps += 1
      if steps & 0xFFF == 0 { try context.checkpoint() }
      guard let edge = choices[choices.count - 1].popFirst() else {
        choices.removeLast()
        isOnPath[Int(path.popLast().map { graph.targets[Int($0)] } ?? start)] = false
        continue
      }
      let node = graph.targets[Int(edge)]
      let used = choices.count
      if isEnd(node), used == length {
        // The end itself may be the middle of a longer path.
        isCut = isCut || !target.isCyclic
        path.append(edge)
        return true
      }
      guard !isOnPath[Int(node)] else { continue }
      let rest = distances.map { $0[node] } ?? 0
      if rest == PathDistances.unreached { continue }
      if used + max(1, Int(rest)) > length {
        isCut = true
        continue
      }
      path.append(edge)
      isOnPath[Int(node)] = true
      choices.append(graph.edges(from: node))
    }
    return false
  }

  /// Whether a path may end at the node; of a cyclic one that is where it began.
  private func isEnd(_ node: UInt32) -> Bool {
    target.isCyclic ? node == start : !isOnPath[Int(node)] && target.mayEnd(at: node)
  }
}
