import RDF
import Testing

@testable import TripleStore

@Suite struct StatementScanTests {
  /// Subjects of several chunks of the dictionary, loaded in the given order, with objects strewn over all of them.
  private func store(_ folder: TemporaryFolder, reversed: Bool = false) throws -> TripleStore {
    let store = try TripleStore.open(folder.path, .create)
    let numbers = Array(0..<5000)
    func subject(_ number: Int) -> Term {
      .iri("https://undocs.org/A/RES/\(number * 7919 % 5000)#op\(number % 3)")
    }
    var triples: [Triple] = numbers.flatMap { number in
      [
        Triple(subject(number), IRI("http://e/p\(number % 4)"), subject(number * 31 % 5000)),
        Triple(subject(number), RDF.type, .iri("http://e/C")),
        Triple(subject(number), RDFS.label, .literal(Literal("\(number)", language: "en"))),
        Triple(subject(number), RDFS.label, .literal(Literal("\(number)", language: "de"))),
        Triple(subject(number), RDFS.label, .integer(number)),
      ]
    }
    triples.append(Triple(.iri("http://e"), RDFS.label, .iri("http://e/x")))
    triples.append(Triple(.iri("http://e/"), RDFS.label, .iri("http://e/x")))
    if reversed { triples.reverse() }
    try store.write { transaction in
      try transaction.add(Array(triples[..<9000]))
      try transaction.add(Array(triples[8000...]), graph: .iri("http://e/graph"))
    }
    return store
  }

  private func statements(
    _ store: TripleStore, _ graph: GraphSelection = .union, run: Int = 1 << 18, slots: Int = 64
  ) throws -> [String] {
    var found: [String] = []
    try StatementScan(store.snapshot(), run: run, slots: slots).forEach(in: graph) {
      found.append("\($0.term) \($1.term) \($2.term)")
    }
    return found
  }

  @Test func everyStatementComesOnceInOrder() throws {
    let folder = TemporaryFolder()
    let store = try store(folder)
    let found = try statements(store)
    #expect(found.count == 25_002)
    #expect(Set(found).count == found.count)
    let subjects = found.map { String($0.prefix { $0 != ">" }) }
    #expect(subjects == subjects.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(
      found.first { $0.hasPrefix("<https") }.map { $0.contains(RDF.type.value) } == true,
      "rdf:type comes first")
    let snapshot = try store.snapshot()
    let rows = Snapshot.rows(snapshot.scan(.spo), step: 500)
    #expect(
      Set(found)
        == Set(rows.map { "\(snapshot.term($0[0])) \(snapshot.term($0[1])) \(snapshot.term($0[2]))" }))
  }

  @Test(
    "neither the memory that is used nor the order of loading shows",
    arguments: [(1 << 18, 1), (700, 64), (700, 1)])
  func orderIsFixed(run: Int, slots: Int) throws {
    let (one, other) = (TemporaryFolder(), TemporaryFolder())
    let wanted = try statements(try store(one))
    #expect(try statements(try store(other, reversed: true), run: run, slots: slots) == wanted)
  }
}
