/// The strongly connected components of a network and the acyclic network between them (Tarjan 1972, without recursion).
struct Components {
  /// The component of each node.
  let component: [Int]
  /// The nodes of each component, ascending. Components are numbered so that each edge between two leads to a smaller number.
  let members: [[Int]]
  /// What each component cites outside itself, ascending.
  let cited: [[Int]]

  /// - Complexity: O(nodes + edges).
  init(of graph: [[Int]]) {
    var index = [Int](repeating: -1, count: graph.count)
    var low = index
    var component = index
    var members: [[Int]] = []
    var stack: [Int] = []
    var counter = 0
    var path: [(node: Int, next: Int)] = []
    for start in graph.indices where index[start] < 0 {
      path.append((start, 0))
      while let (node, next) = path.last {
        if next == 0 {
          index[node] = counter
          low[node] = counter
          counter += 1
          stack.append(node)
        }
        if next < graph[node].count {
          path[path.count - 1].next += 1
          let target = graph[node][next]
          if index[target] < 0 {
            path.append((target, 0))
          } else if component[target] < 0 {
            low[node] = min(low[node], index[target])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
        if low[node] == index[node], let first = stack.lastIndex(of: node) {
          for member in stack[first...] { component[member] = members.count }
          members.append(stack[first...].sorted())
          stack.removeSubrange(first...)
        }
      }
    }
    self.component = component
    self.members = members
    cited = members.indices.map { own in
      Set(members[own].flatMap { graph[$0].map { component[$0] } }).subtracting([own]).sorted()
    }
  }
}
