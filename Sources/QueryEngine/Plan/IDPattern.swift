import QuerySyntax
import TripleStore

/// A place in a triple pattern once constants are ids: a fixed id, or a variable.
enum Slot: Hashable {
  case fixed(TermID)
  case variable(Variable)

  var variable: Variable? {
    if case .variable(let variable) = self { return variable }
    return nil
  }

  var fixed: TermID? {
    if case .fixed(let id) = self { return id }
    return nil
  }
}

/// A triple pattern in ids, with the graph it is matched in.
struct IDPattern: Hashable {
  /// Subject, predicate, object.
  let slots: [Slot]
  let graph: ActiveGraph

  /// The distinct variables in the order subject, predicate, object, graph.
  var variables: [Variable] {
    var found: [Variable] = []
    for variable in slots.compactMap(\.variable) where !found.contains(variable) { found.append(variable) }
    if case .each(let variable) = graph, !found.contains(variable) { found.append(variable) }
    return found
  }
}

extension IndexOrder {
  /// Which of subject (0), predicate (1), object (2) stands in each column.
  var places: [Int] {
    switch self {
    case .spo: return [0, 1, 2]
    case .pso: return [1, 0, 2]
    case .pos: return [1, 2, 0]
    case .osp: return [2, 0, 1]
    }
  }

  /// The orders whose first columns are exactly the places in `bound`, no place twice, so that a prefix finds every match.
  static func covering(_ bound: [Int]) -> [IndexOrder] {
    allCases.filter { $0.places.prefix(bound.count).allSatisfy(bound.contains) }
  }
}
