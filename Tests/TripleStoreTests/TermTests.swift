import RDF
import Testing

@testable import TripleStore

@Suite struct TermTests {
  static let terms: [Term] = [
    .iri("https://undocs.org/A/RES/73/27"), .iri(""), .string(""), .string("recalls"), .string("été — 決議"),
    .literal(Literal("recalls", language: "en")), .literal(Literal("recalls", language: "fr")),
    .literal(Literal("recalls", datatype: IRI("https://example.org/type"))),
    .literal(Literal("01", datatype: XSD.integer)), .literal(Literal("1.50", datatype: XSD.decimal)),
    .literal(Literal("2018-12-20", datatype: XSD.date)), .literal(Literal("true", datatype: XSD.boolean)),
    .integer(-12), .string(String(repeating: "long ", count: 100_000)),
    .literal(Literal("2018-12-20T10:00:00Z", datatype: XSD.dateTime)),
  ]

  @Test func termsComeBackAsTheyWere() throws {
    let folder = TemporaryFolder()
    let store = try TripleStore.open(folder.path, .create)
    let ids = try store.write { transaction in try Self.terms.map(transaction.intern) }
    let snapshot = try store.snapshot()
    #expect(Set(ids).count == ids.count)
    for (term, id) in zip(Self.terms, ids) {
      #expect(snapshot.id(of: term) == id)
      #expect(snapshot.term(id) == term)
    }
    let tagged = try #require(zip(Self.terms, ids).first { $0.0 == Self.terms[5] }?.1)
    #expect(String(decoding: snapshot.language(tagged), as: UTF8.self) == "en")
    #expect(String(decoding: snapshot.lexical(tagged), as: UTF8.self) == "recalls")
    #expect(String(decoding: snapshot.datatype(ids[7]), as: UTF8.self) == "https://example.org/type")
    #expect(snapshot.id(of: .string("absent")) == .none)
    #expect(snapshot.id(of: .literal(Literal("recalls", language: "de"))) == .none)
  }

  @Test func irisAreTheSameReadAloneAndWrittenOut() throws {
    let folder = TemporaryFolder()
    let store = try TripleStore.open(folder.path, .create)
    let terms = (0..<5000).map { Term.iri("https://undocs.org/A/RES/\($0 / 50)#op\($0)") }
    let ids = try store.write { transaction in try terms.map(transaction.intern) }
    let snapshot = try store.snapshot()
    // One of each chunk after the other, so that each is read alone first and written out later.
    let first = snapshot.lexical(ids[0])
    for offset in 0..<20 {
      for index in stride(from: offset, to: terms.count, by: 1000) {
        #expect(snapshot.term(ids[index]) == terms[index])
        #expect(snapshot.id(of: terms[index]) == ids[index])
      }
    }
    #expect(String(decoding: first, as: UTF8.self) == "https://undocs.org/A/RES/0#op0")
  }

  @Test func languageTagsAreOneWhateverTheirCase() throws {
    let folder = TemporaryFolder()
    let store = try TripleStore.open(folder.path, .create)
    try store.write { transaction in
      let first = try transaction.intern(.literal(Literal("a", language: "en-GB")))
      #expect(try transaction.intern(.literal(Literal("a", language: "EN-gb"))) == first)
    }
    let snapshot = try store.snapshot()
    let id = snapshot.id(of: .literal(Literal("a", language: "en-gb")))
    #expect(snapshot.term(id) == .literal(Literal("a", language: "en-GB")))
    #expect(String(decoding: snapshot.language(id), as: UTF8.self) == "en-GB")
  }

  @Test func manyTermsOverManyTransactionsKeepTheirIds() throws {
    let folder = TemporaryFolder()
    let store = try TripleStore.open(folder.path, .create)
    var ids: [String: TermID] = [:]
    for round in 0..<6 {
      try store.write { transaction in
        for number in 0..<1500 {
          let text = "term \((number + round * 1100) * 7)"
          let id = try transaction.intern(.iri(text))
          #expect(ids[text] == nil || ids[text] == id)
          ids[text] = id
        }
      }
    }
    let snapshot = try store.snapshot()
    #expect(Set(ids.values).count == ids.count)
    for (text, id) in ids where snapshot.id(of: .iri(text)) != id || snapshot.term(id) != .iri(text) {
      Issue.record("\(text)")
    }
  }

  @Test func blankLabelsMeanSomethingInOneSourceOnly() throws {
    let folder = TemporaryFolder()
    let store = try TripleStore.open(folder.path, .create)
    let label = Term.blank(BlankNode("x"))
    let ids = try store.write { transaction in
      var ids = [try transaction.intern(label), try transaction.intern(label)]
      transaction.beginSource()
      ids.append(try transaction.intern(label))
      return ids
    }
    let later = try store.write { try $0.intern(label) }
    #expect(ids[0] == ids[1])
    #expect(Set(ids + [later]).count == 3)
    let snapshot = try store.snapshot()
    for id in ids { #expect(snapshot.id(of: snapshot.term(id)) == id) }
  }
}
