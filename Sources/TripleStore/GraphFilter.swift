/// Which rows of an index a scan keeps, by their graph column.
enum GraphFilter {
  case all
  /// All rows, each triple once.
  case merge
  case one(UInt64)
  case named
  /// Sorted graphs, each triple once.
  case any([UInt64])

  var passesAll: Bool {
    switch self {
    case .all, .merge: true
    case .one, .named, .any: false
    }
  }

  /// Whether graphs are merged, so that a triple is delivered once.
  var mergesGraphs: Bool {
    switch self {
    case .merge, .any: true
    case .all, .one, .named: false
    }
  }

  @inline(__always)
  func passes(_ graph: UInt64) -> Bool {
    switch self {
    case .all, .merge: return true
    case .one(let wanted): return graph == wanted
    case .named: return graph != 0
    case .any(let graphs):
      var low = 0
      var high = graphs.count
      while low < high {
        let middle = (low + high) / 2
        if graphs[middle] < graph { low = middle + 1 } else { high = middle }
      }
      return low < graphs.count && graphs[low] == graph
    }
  }
}
