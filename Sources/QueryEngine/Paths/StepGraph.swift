import TripleStore

/// One step of a path as a graph: nodes numbered in id order, edges as adjacency arrays (compressed sparse rows) both ways.
///
/// - Complexity: O(edges × log nodes) to build, 8 bytes a node and direction and 4 an edge and direction.
final class StepGraph {
  /// Node ids, ascending; a node's number is its place here.
  let nodes: [TermID]
  let forward: Adjacency
  let backward: Adjacency

  /// - Parameter pairs: the edges, `sources[i]` → `targets[i]`, in any order; repeated ones count once.
  init(sources: UnsafeBufferPointer<TermID>, targets: UnsafeBufferPointer<TermID>) {
    var all: [TermID] = []
    all.reserveCapacity(sources.count + targets.count)
    all.append(contentsOf: sources)
    all.append(contentsOf: targets)
    all.sort()
    var unique = 0
    for index in all.indices where index == 0 || all[index] != all[index - 1] {
      all[unique] = all[index]
      unique += 1
    }
    all.removeLast(all.count - unique)
    nodes = all
    let from = sources.map { StepGraph.number($0, in: all) }
    let to = targets.map { StepGraph.number($0, in: all) }
    forward = Adjacency(nodes: all.count, from: from, to: to)
    backward = Adjacency(nodes: all.count, from: to, to: from)
  }

  /// The number of `id`; nil where no edge touches it.
  func number(of id: TermID) -> UInt32? {
    let place = StepGraph.number(id, in: nodes)
    return Int(place) < nodes.count && nodes[Int(place)] == id ? place : nil
  }

  private static func number(_ id: TermID, in nodes: [TermID]) -> UInt32 {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < id { low = middle + 1 } else { high = middle }
    }
    return UInt32(low)
  }
}

/// The neighbours of every node in one direction.
struct Adjacency {
  private let offsets: [UInt32]
  private let targets: [UInt32]

  /// Sorts the edges by source with one counting pass.
  init(nodes: Int, from: [UInt32], to: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: nodes + 1)
    for source in from { starts[Int(source) + 1] += 1 }
    for node in 0..<nodes { starts[node + 1] += starts[node] }
    var filled = starts
    var placed = [UInt32](repeating: 0, count: to.count)
    for (source, target) in zip(from, to) {
      placed[Int(filled[Int(source)])] = target
      filled[Int(source)] += 1
    }
    offsets = starts
    targets = placed
  }

  var edgeCount: Int { targets.count }

  /// The neighbours of `node`.
  subscript(node: UInt32) -> ArraySlice<UInt32> {
    targets[Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])]
  }

  /// Calls `body` with each neighbour of `node`.
  @inline(__always)
  func forEach(of node: UInt32, _ body: (UInt32) -> Void) {
    for index in Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1]) { body(targets[index]) }
  }
}
