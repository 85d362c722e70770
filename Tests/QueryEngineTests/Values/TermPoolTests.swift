import RDF
import Testing
import TripleStore

@testable import QueryEngine

@Suite("The terms of a query")
struct TermPoolTests {
  @Test func `the same term has the same id, and gives itself back`() {
    let pool = TermPool()
    let terms: [Term] = [
      .iri("urn:a"), .string("urn:a"), .string(""), .string("é"), .literal(Literal("a", language: "en")),
      .literal(Literal("a", language: "fr")), .literal(Literal("a", datatype: IRI("urn:t"))),
      .literal(Literal("a", datatype: IRI("urn:u"))), .integer(5), .integer(-5),
      .literal(Literal("05", datatype: XSD.integer)), .literal(Literal("2018-12-05", datatype: XSD.date)),
      .literal(Literal("2018-12-05Z", datatype: XSD.date)),
      .literal(Literal("2018-12-05T01:02:03", datatype: XSD.dateTime)),
      .literal(Literal("2018-12-05T01:02:03Z", datatype: XSD.dateTime)),
      .literal(Literal("2018-12-05T01:02:03.0Z", datatype: XSD.dateTime)),
      .literal(Literal("true", datatype: XSD.boolean)), .literal(Literal("1", datatype: XSD.boolean)),
    ]
    let ids = terms.map { pool.id(for: $0) }
    #expect(Set(ids).count == terms.count)
    for (term, id) in zip(terms, ids) {
      #expect(pool.id(for: term) == id)
      #expect(pool.withTerm(id) { $0.term } == term)
      #expect(Value(of: id, in: pool).map { pool.id(for: $0) } == id)
    }
  }

  @Test func `a term of the store keeps the store's id`() throws {
    let snapshot = try CaseStore.shared.snapshot()
    let pool = TermPool(snapshot)
    for term: Term in [
      .iri("https://undocs.org/x"), .string("foobar"), .literal(Literal("01", datatype: XSD.integer)),
    ] {
      let id = snapshot.id(of: term)
      #expect(id.isBound)
      #expect(pool.id(for: term) == id)
      #expect(pool.id(for: term) == id)
      #expect(pool.withTerm(id) { $0.term } == term)
      #expect(
        pool.withTerm(id) { String(decoding: $0.lexical, as: UTF8.self) }
          == String(decoding: pool.lexical(id), as: UTF8.self))
    }
    #expect(pool.id(for: Term.string("nowhere in the store")).kind == .local)
  }

  @Test func `many terms keep their ids`() {
    let pool = TermPool()
    let ids = (0..<10_000).map { pool.id(for: Term.string("term \($0)")) }
    for number in stride(from: 0, to: 10_000, by: 7) {
      #expect(pool.id(for: Term.string("term \(number)")) == ids[number])
    }
    #expect(Set(ids).count == 10_000)
  }

  @Test func `what is computed has the id of the term it equals`() {
    let pool = TermPool()
    #expect(pool.id(for: Value(.integer(5))) == pool.id(for: Term.integer(5)))
    #expect(pool.id(for: Value.string("abc")) == pool.id(for: Term.string("abc")))
    let date = MomentReader.date(("2018-12-05" as StaticString).bytes)!
    #expect(
      pool.id(for: Value(.date(date))) == pool.id(for: .literal(Literal("2018-12-05", datatype: XSD.date))))
  }
}
