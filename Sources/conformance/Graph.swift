import RDF

/// A small graph in memory: a manifest, an expected result.
struct Graph {
  private(set) var triples: [Triple] = []
  private var bySubject: [Term: [Int]] = [:]

  init(_ triples: [Triple]) {
    self.triples = triples
    for (index, triple) in triples.enumerated() { bySubject[triple.subject, default: []].append(index) }
  }

  /// Reads a file of any syntax; the format follows from its extension.
  init(path: String) throws { self.init(try Graph.quads(path: path).map(\.triple)) }

  /// The quads of a file.
  static func quads(path: String, base: String? = nil) throws -> [Quad] {
    var collector = QuadCollector()
    try RDFReader(format: RDFFormat(path: path) ?? .turtle, base: base).read(path: path, into: &collector)
    return collector.quads
  }

  func objects(_ subject: Term, _ predicate: IRI) -> [Term] {
    (bySubject[subject] ?? []).filter { triples[$0].predicate == predicate }.map { triples[$0].object }
  }

  func object(_ subject: Term, _ predicate: IRI) -> Term? { objects(subject, predicate).first }

  func subjects(_ predicate: IRI, _ object: Term) -> [Term] {
    triples.filter { $0.predicate == predicate && $0.object == object }.map(\.subject)
  }

  /// The members of the RDF list that is the object of `predicate`.
  func list(_ subject: Term, _ predicate: IRI) -> [Term] {
    var members: [Term] = []
    var cell = object(subject, predicate)
    while let present = cell, present != .iri(RDF.nil) {
      if let member = object(present, RDF.first) { members.append(member) }
      cell = object(present, RDF.rest)
    }
    return members
  }
}
