import Diagnostics
import QueryEngine
import QuerySyntax
import RDF
import Testing
import TripleStore

/// PATHS over random graphs gives the paths that a plain search gives, shorter ones first from each start.
@Suite struct PathQueryTests {
  /// A query's text, and what it means for the plain search.
  private struct Question {
    var text: String
    var search: NaivePaths
  }

  @Test(arguments: 0..<30)
  func engineAgreesWithPlainSearch(block: Int) throws {
    var random = RandomQueries(seed: UInt64(block) &* 104_729 &+ 5)
    for _ in 0..<4 {
      let triples = Array(Set(random.triples())).sorted { "\($0)" < "\($1)" }
      try withTemporaryStore { store in
        try store.write { try $0.add(triples, graph: nil) }
        let graph = LocalGraph(store)
        for _ in 0..<8 {
          let question = question(over: triples, &random)
          let found = try paths(question.text, graph)
          #expect(counted(found) == counted(question.search.paths()), "\(question.text) over \(triples)")
          #expect(isOrdered(found), "\(question.text) over \(triples)")
          #expect(try paths(question.text, graph, optimize: false) == found, "\(question.text)")
          let (offset, limit) = (random.number(0...3), random.number(0...3))
          #expect(
            try paths(question.text + " OFFSET \(offset) LIMIT \(limit)", graph, from: offset + 1)
              == Array(found.dropFirst(offset).prefix(limit)))
        }
      }
    }
  }

  private func question(over triples: [Triple], _ random: inout RandomQueries) -> Question {
    let nodes = Array(Set(triples.map(\.subject))).sorted { "\($0)" < "\($1)" } + [.iri("http://x/nowhere")]
    var search = NaivePaths(edges: triples)
    var text = "PATHS"
    if random.number(0...1) == 0 {
      text += " ALL"
      search.isShortest = false
    }
    if random.number(0...3) == 0 {
      text += " CYCLIC"
      search.isCyclic = true
    }
    for keyword in ["START ?s", "END ?e"] {
      text += " " + keyword
      var allowed: Set<Term>?
      switch random.number(0...2) {
      case 0:
        let node = nodes[random.number(0...(nodes.count - 1))]
        text += " = \(node)"
        allowed = [node]
      case 1:
        text += " { \(keyword.suffix(2)) <http://x/p0> ?there }"
        allowed = Set(triples.filter { $0.predicate == IRI("http://x/p0") }.map(\.subject))
      default: break
      }
      if keyword == "START ?s" { search.starts = allowed } else { search.ends = allowed }
    }
    switch random.number(0...2) {
    case 0:
      text += " VIA { ?s ?p ?e FILTER (?p != <http://x/p1>) }"
      search.edges.removeAll { $0.predicate == IRI("http://x/p1") }
    default: text += " VIA ?p"
    }
    if random.number(0...1) == 0 {
      search.maxLength = random.number(0...4)
      text += " MAX LENGTH \(search.maxLength)"
    }
    return Question(text: text, search: search)
  }

  /// The paths as triples; numbers and steps are checked on the way.
  private func paths(
    _ text: String, _ graph: LocalGraph, optimize: Bool = true, from first: Int = 1
  ) throws -> [[Triple]] {
    let query = try SPARQL.parse(SourceText(name: "query", text: text))
    guard case .solutions(let solutions) = try graph.answer(query, options: QueryOptions(optimize: optimize))
    else { return [] }
    #expect(solutions.variables.map(\.name) == ["path", "step", "s", "p", "e"])
    var paths: [[Triple]] = []
    for row in try solutions.rows() {
      if row[1] == .integer(1) { paths.append([]) }
      guard !paths.isEmpty, let source = row[2], case .iri(let property)? = row[3], let target = row[4] else {
        Issue.record("no edge: \(row)")
        return []
      }
      if let last = paths[paths.count - 1].last { #expect(last.object == source) }
      paths[paths.count - 1].append(Triple(source, property, target))
      #expect(row[0] == .integer(first + paths.count - 1))
      #expect(row[1] == .integer(paths[paths.count - 1].count))
    }
    return paths
  }

  /// Whether the paths of one start stand together, shorter ones first.
  private func isOrdered(_ paths: [[Triple]]) -> Bool {
    var seen: Set<Term> = []
    for (index, path) in paths.enumerated() {
      let start = path[0].subject
      if index > 0, paths[index - 1][0].subject == start {
        if paths[index - 1].count > path.count { return false }
      } else if !seen.insert(start).inserted {
        return false
      }
    }
    return true
  }

  private func counted(_ paths: [[Triple]]) -> [[Triple]: Int] {
    paths.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// A complete graph has far more paths than anybody could list; the first few come at once all the same.
  @Test func firstPathsComeWithoutTheRest() throws {
    let nodes = (0..<40).map { Term.iri("http://x/n\($0)") }
    let edges = nodes.flatMap { source in
      nodes.filter { $0 != source }.map { Triple(source, IRI("http://x/p"), $0) }
    }
    try withTemporaryStore { store in
      try store.write { try $0.add(edges, graph: nil) }
      let found = try paths(
        "PATHS ALL START ?s = <http://x/n0> END ?e = <http://x/n1> VIA ?p LIMIT 100", LocalGraph(store))
      #expect(found.map(\.count) == [1] + [Int](repeating: 2, count: 38) + [Int](repeating: 3, count: 61))
    }
  }

  @Test(arguments: [
    ("PATHS START ?s END ?s VIA ?p", "same variable"),
    ("PATHS START ?s END ?e VIA { ?s ?p ?o }", "does not bind '?e'"),
    ("PATHS START ?s { ?x a ?y } END ?e VIA ?p", "does not bind '?s'"),
    ("PATHS START ?path END ?e VIA ?p", "numbers the answers"),
    ("PATHS START ?s END ?e VIA ?p ORDER BY ?s", "ORDER BY cannot stand in PATHS"),
    ("PATHS SHORTST START ?s END ?e VIA ?p", "did you mean 'SHORTEST'?"),
  ])
  func mistakesAreNamed(text: String, message: String) {
    #expect { try SPARQL.parse(SourceText(name: "query", text: text)) } throws: { "\($0)".contains(message) }
  }
}
