import Diagnostics
import QueryEngine
import QuerySyntax
import RDF
import Testing
import TripleStore

/// Random graphs and queries: the engine with and without its optimizer must give what the naive evaluator gives.
@Suite struct NaiveComparisonTests {
  @Test(arguments: 0..<40)
  func engineAgreesWithNaiveEvaluator(block: Int) throws {
    var random = RandomQueries(seed: UInt64(block) &* 7919 &+ 17)
    for round in 0..<5 {
      let unnamed = random.triples(withBlank: true)
      let graphs = (0..<2).map { (Term.iri("http://x/g\($0)"), random.triples(withBlank: true)) }
      try withTemporaryStore { store in
        try store.write { transaction in
          try transaction.add(unnamed, graph: nil)
          for (name, triples) in graphs { try transaction.add(triples, graph: name) }
        }
        let naive = NaiveEvaluator(
          defaultGraph: Set(unnamed + graphs.flatMap(\.1)),
          named: Dictionary(
            uniqueKeysWithValues: graphs.filter { !$0.1.isEmpty }.map { ($0.0, Set($0.1)) }))
        let graph = LocalGraph(store)
        for query in 0..<12 {
          let algebra = random.algebra(2)
          let shown = "abcde".map { Variable(String($0)) }
          let expected = counted(
            naive.evaluate(algebra).map { solution in shown.map { solution[$0] } })
          for optimize in [true, false] {
            let found = counted(try rows(algebra, shown, graph, optimize))
            #expect(
              found == expected,
              "block \(block), round \(round), query \(query), optimizer \(optimize): \(algebra)")
          }
        }
      }
    }
  }

  /// Found by the fuzzer: a value that is no node of the graph, because only predicates have it, reaches nothing by a path of length
  /// zero between variables, and reaches a term that is named.
  @Test func aPredicateIsNoNode() throws {
    try withTemporaryStore { store in
      try store.write { transaction in
        try transaction.add([Triple(.iri("http://x/a"), IRI("http://x/p"), .iri("http://x/b"))])
      }
      let graph = LocalGraph(store)
      for path in ["x:q?", "x:q*", "(!x:p)?", "x:p*"] {
        for optimize in [true, false] {
          let options = QueryOptions(optimize: optimize)
          let same = try graph.rows("SELECT ?p { x:a ?p x:b . ?p \(path) ?p }", options: options)
          #expect(same.isEmpty, "\(path), optimizer \(optimize)")
          let other = try graph.rows("SELECT ?e { x:a ?p x:b OPTIONAL { ?p \(path) ?e } }", options: options)
          #expect(other == [[nil]], "\(path), optimizer \(optimize)")
          let named = try graph.rows("SELECT ?p { x:a ?p x:b . ?p \(path) x:p }", options: options)
          #expect(named == [[.iri("http://x/p")]], "\(path), optimizer \(optimize)")
        }
      }
    }
  }

  /// Found by the fuzzer: no rows make no group where there are keys, also where EXISTS has put terms in their place.
  @Test func noRowsMakeNoGroupInExists() throws {
    try withTemporaryStore { store in
      try store.write { transaction in
        try transaction.add([
          Triple(.iri("http://x/a"), IRI("http://x/p"), .iri("http://x/b")),
          Triple(.iri("http://x/b"), IRI("http://x/q"), .iri("http://x/c")),
        ])
      }
      let graph = LocalGraph(store)
      let inner = "SELECT ?s (COUNT(*) AS ?n) { ?s x:q ?o } GROUP BY ?s"
      for optimize in [true, false] {
        let found = try graph.rows(
          "SELECT ?s { ?s ?p ?o FILTER(EXISTS { { \(inner) } MINUS { } }) }",
          options: QueryOptions(optimize: optimize))
        #expect(found == [[.iri("http://x/b")]], "optimizer \(optimize)")
      }
    }
  }

  /// Found by the naive evaluator: one step or more of a path that may have no length joins a term with itself, in the graph or not.
  @Test func stepsOfNoLengthReachTheirStart() throws {
    try withTemporaryStore { store in
      try store.write { transaction in
        try transaction.add([Triple(.iri("http://x/a"), IRI("http://x/p"), .iri("http://x/b"))])
      }
      let graph = LocalGraph(store)
      for path in ["(x:p?)+", "(x:p*)+", "(^(x:p?))+", "(x:q|x:p*)+", "((x:q?)+)+"] {
        for optimize in [true, false] {
          let options = QueryOptions(optimize: optimize)
          let back = try graph.rows("SELECT ?s { ?s \(path) 7 }", options: options)
          #expect(back == [[.integer(7)]], "\(path), optimizer \(optimize)")
          let ahead = try graph.rows("SELECT ?o { x:nowhere \(path) ?o }", options: options)
          #expect(ahead == [[.iri("http://x/nowhere")]], "\(path), optimizer \(optimize)")
        }
      }
      // In a sequence the middle is a node of the graph.
      #expect(try graph.rows("SELECT ?s { ?s (x:p?/x:q?)+ 7 }").isEmpty)
    }
  }

  private func rows(
    _ algebra: Algebra, _ variables: [Variable], _ graph: LocalGraph, _ optimize: Bool
  ) throws -> [[Term?]] {
    let query = Query(
      form: .select, dataset: nil, algebra: .project(algebra, variables), variables: variables,
      prefixes: .standard, source: SourceText(name: "query", text: ""))
    guard case .solutions(let solutions) = try graph.answer(query, options: QueryOptions(optimize: optimize))
    else { return [] }
    return try solutions.rows()
  }

  private func counted(_ rows: [[Term?]]) -> [[Term?]: Int] {
    rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
