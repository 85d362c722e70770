import RDF

/// Graph isomorphism (RDF 1.1 Concepts §3.6) for small test graphs: colours refined until they tell blank nodes apart, then a search.
enum GraphIsomorphism {
  static func holds(_ left: [Quad], _ right: [Quad]) -> Bool {
    let left = Set(left)
    let right = Set(right)
    guard left.count == right.count else { return false }
    return match(Array(left), right, [:], Array(blanks(left)).sorted { $0.label < $1.label })
  }

  private static func match(
    _ left: [Quad], _ right: Set<Quad>, _ names: [BlankNode: BlankNode], _ open: [BlankNode]
  ) -> Bool {
    let colours = refine(Set(left))
    let others = refine(right)
    guard let next = open.last else { return Set(left.map { rename($0, names) }) == right }
    let taken = Set(names.values)
    for candidate in others.keys.sorted(by: { $0.label < $1.label })
    where !taken.contains(candidate) && others[candidate] == colours[next] {
      var extended = names
      extended[next] = candidate
      if match(left, right, extended, open.dropLast()) { return true }
    }
    return false
  }

  private static func refine(_ quads: Set<Quad>) -> [BlankNode: Int] {
    var colours = Dictionary(uniqueKeysWithValues: blanks(quads).map { ($0, 0) })
    for _ in 0..<4 {
      var next = colours.mapValues { _ in 0 }
      for quad in quads {
        let terms: [Term] = [
          quad.triple.subject, .iri(quad.triple.predicate), quad.triple.object, quad.graph ?? .iri(""),
        ]
        let seen = terms.map { term in
          if case .blank(let node) = term { return colours[node] ?? 0 }
          return term.hashValue
        }
        for (place, term) in terms.enumerated() {
          if case .blank(let node) = term { next[node, default: 0] &+= ([place] + seen).hashValue }
        }
      }
      colours = next
    }
    return colours
  }

  private static func blanks(_ quads: Set<Quad>) -> Set<BlankNode> {
    var found: Set<BlankNode> = []
    for quad in quads {
      for case .blank(let node)? in [quad.triple.subject, quad.triple.object, quad.graph] {
        found.insert(node)
      }
    }
    return found
  }

  private static func rename(_ quad: Quad, _ names: [BlankNode: BlankNode]) -> Quad {
    func renamed(_ term: Term) -> Term {
      if case .blank(let node) = term { return .blank(names[node] ?? node) }
      return term
    }
    let triple = Triple(renamed(quad.triple.subject), quad.triple.predicate, renamed(quad.triple.object))
    return Quad(triple, graph: quad.graph.map(renamed))
  }
}
