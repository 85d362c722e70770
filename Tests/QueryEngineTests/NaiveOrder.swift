import QuerySyntax
import RDF

/// ORDER BY variables (SPARQL 1.1 §15.1) for the terms of the random queries: unbound, blank nodes, IRIs, integers.
enum NaiveOrder {
  static func sorted(_ solutions: [NaiveEvaluator.Solution], by keys: [SortKey]) -> [NaiveEvaluator.Solution]
  {
    solutions.sorted { left, right in
      for key in keys {
        guard case .variable(let variable) = key.expression else { continue }
        let (first, second) = (rank(left[variable]), rank(right[variable]))
        if first != second { return (first < second) != key.descending }
      }
      return false
    }
  }

  private static func rank(_ term: Term?) -> (Int, Int, String) {
    switch term {
    case nil: (0, 0, "")
    case .blank(let node)?: (1, 0, node.label)
    case .iri(let iri)?: (2, 0, iri.value)
    case .literal(let literal)?: (3, Int(literal.lexical) ?? 0, "")
    }
  }
}
