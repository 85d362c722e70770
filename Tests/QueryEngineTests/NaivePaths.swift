import RDF

/// PATHS taken at its word: every way along the edges is tried, and those that are no answer are thrown away.
struct NaivePaths {
  var edges: [Triple]
  var isShortest = true
  var isCyclic = false
  /// nil = every node.
  var starts: Set<Term>?
  var ends: Set<Term>?
  var maxLength = Int.max

  init(edges: [Triple]) { self.edges = edges }

  func paths() -> [[Triple]] {
    var found: [[Triple]] = []
    for start in Set(edges.map(\.subject)) where starts?.contains(start) ?? true {
      extend([], from: start, at: start, into: &found)
    }
    guard isShortest else { return found }
    return found.filter { path in
      !found.contains {
        $0[0].subject == path[0].subject && $0.last?.object == path.last?.object && $0.count < path.count
      }
    }
  }

  private func extend(_ path: [Triple], from start: Term, at node: Term, into found: inout [[Triple]]) {
    guard path.count < maxLength else { return }
    for edge in edges where edge.subject == node {
      let longer = path + [edge]
      let isClosed = edge.object == start
      if isClosed == isCyclic, !path.contains(where: { $0.object == edge.object }),
        ends?.contains(edge.object) ?? true
      {
        found.append(longer)
      }
      if !isClosed, !path.contains(where: { $0.object == edge.object }) {
        extend(longer, from: start, at: edge.object, into: &found)
      }
    }
  }
}
