import RDF

/// The DAWG result-set vocabulary: SELECT and ASK answers as RDF; any other graph is the answer to a CONSTRUCT.
enum ResultSetGraph {
  private static let rs = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"

  static func read(_ path: String) throws -> ExpectedAnswer {
    let triples = try Graph.quads(path: path).map(\.triple)
    let graph = Graph(triples)
    guard let set = graph.subjects(RDF.type, .iri(rs + "ResultSet")).first else { return .graph(triples) }
    if case .literal(let boolean)? = graph.object(set, IRI(rs + "boolean")) {
      return .boolean(boolean.lexical == "true")
    }
    let variables = graph.objects(set, IRI(rs + "resultVariable")).compactMap(text)
    var numbered: [(index: Int?, row: [Term?])] = []
    for solution in graph.objects(set, IRI(rs + "solution")) {
      var row = [Term?](repeating: nil, count: variables.count)
      for binding in graph.objects(solution, IRI(rs + "binding")) {
        guard let name = graph.object(binding, IRI(rs + "variable")).flatMap(text),
          let column = variables.firstIndex(of: name)
        else { continue }
        row[column] = graph.object(binding, IRI(rs + "value"))
      }
      let index = graph.object(solution, IRI(rs + "index")).flatMap(text).flatMap { Int($0) }
      numbered.append((index, row))
    }
    let isOrdered = numbered.contains { $0.index != nil }
    numbered.sort { ($0.index ?? 0) < ($1.index ?? 0) }
    return .solutions(variables: variables, rows: numbered.map(\.row), isOrdered: isOrdered, isText: false)
  }

  private static func text(_ term: Term) -> String? {
    if case .literal(let literal) = term { return literal.lexical }
    return nil
  }
}
