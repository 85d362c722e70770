import Diagnostics
import QueryEngine
import QuerySyntax
import RDF

// Queries are built as algebra, so no name from outside is ever parsed.
extension GraphSource {
  /// The solutions of `algebra`, which gives `variables`.
  func rows(_ algebra: Algebra, _ variables: [Variable]) throws -> [[Term?]] {
    let query = Query(
      form: .select, dataset: nil, algebra: algebra, variables: variables,
      prefixes: .standard, source: SourceText(name: "lineage", text: ""))
    guard case .solutions(let solutions) = try answer(query, options: QueryOptions()) else { return [] }
    return try solutions.rows()
  }

  /// Which relation is a kind of which.
  func relationTree() throws -> RelationTree {
    let (from, to) = (Variable("from"), Variable("to"))
    let pattern = TriplePattern(.variable(from), .term(.iri(RDFS.subPropertyOf)), .variable(to))
    var direct: [IRI: Set<IRI>] = [:]
    for row in try rows(.project(.bgp([pattern]), [from, to]), [from, to]) {
      if case .iri(let from)? = row[0], case .iri(let to)? = row[1] { direct[from, default: []].insert(to) }
    }
    return RelationTree(direct)
  }
}
