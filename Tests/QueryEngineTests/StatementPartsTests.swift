import RDF
import Testing
import TripleStore

@testable import QueryEngine

@Suite struct StatementPartsTests {
  /// More subjects than a part takes, blank nodes too, in two graphs that share triples.
  private func graph(_ store: TripleStore) throws -> LocalGraph {
    let triples = (0..<5000).flatMap { number in
      let subject =
        number % 10 == 0 ? Term.blank(BlankNode("n\(number)")) : .iri("http://e/\(number * 7919 % 5000)")
      return [
        Triple(subject, RDF.type, .iri("http://e/C\(number % 3)")),
        Triple(subject, IRI("http://e/next"), .iri("http://e/\(number * 31 % 5000)")),
        Triple(subject, RDFS.label, .literal(Literal("\(number)", language: "en"))),
        Triple(subject, RDFS.label, .integer(number)),
      ]
    }
    try store.write { transaction in
      try transaction.add(Array(triples[..<12_000]))
      try transaction.add(
        triples.filter { if case .iri = $0.subject { true } else { false } }, graph: .iri("http://e/graph"))
    }
    return LocalGraph(store)
  }

  /// Notes statements and numbers.
  private final class Notes: SubjectSink {
    var lines: [String] = []
    var numbers: [Int: String] = [:]
    var subjects = 0
    private var subject = ""

    func begin(_ subject: TermBytes) {
      self.subject = "\(subject.term)"
      numbers[subject.number] = self.subject
      subjects += 1
    }

    func add(_ predicate: TermBytes, _ object: TermBytes) {
      lines.append("\(subject) \(predicate.term) \(object.term)")
      numbers[predicate.number] = "\(predicate.term)"
      if object.kind == .literal {
        #expect(object.number == -1)
      } else {
        numbers[object.number] = "\(object.term)"
      }
    }

    func end() {}
  }

  private struct Piece: Sendable {
    let lines: [String]
    let numbers: [Int: String]
    let number: Int
    let firstSubject: Int
    let subjects: Int
  }

  private func pieces(_ parts: StatementParts) throws -> [Piece] {
    var found: [Piece] = []
    try parts.forEach({ part in
      let notes = Notes()
      let count = try part.read(into: notes)
      #expect(count == notes.lines.count)
      return Piece(
        lines: notes.lines, numbers: notes.numbers, number: part.number, firstSubject: part.firstSubject,
        subjects: notes.subjects)
    }) { found.append($0) }
    return found
  }

  @Test func theyHoldWhatStatementsGiveInItsOrder() throws {
    try withTemporaryStore { try check(try graph($0)) }
  }

  private func check(_ graph: LocalGraph) throws {
    var wanted: [String] = []
    try graph.statements(byGraph: false).forEach { subject, predicate, object, _ in
      wanted.append("\(subject.term) \(predicate.term) \(object.term)")
    }
    let parts = try #require(try graph.parts(options: QueryOptions()))
    let pieces = try pieces(parts)
    #expect(pieces.count > 3)
    #expect(pieces.flatMap(\.lines) == wanted)
    #expect(pieces.map(\.number) == Array(0..<pieces.count))
    var subjects = 0
    for piece in pieces {
      #expect(piece.firstSubject == subjects)
      subjects += piece.subjects
      // A number stands for one term, the same in every part.
      for (number, term) in piece.numbers {
        #expect(number >= 0 && number < parts.resourceBound)
        #expect(parts.resource(number).map { "\($0)" } == term)
      }
    }
    parts.restart()
    #expect(try self.pieces(parts).map(\.lines) == pieces.map(\.lines))
  }

  @Test func theFirstFailureComesOut() throws {
    struct Failure: Error { let part: Int }
    let parts = try withTemporaryStore { try #require(try graph($0).parts(options: QueryOptions())) }
    var taken = 0
    #expect {
      try parts.forEach({ part in
        if part.number > 0 { throw Failure(part: part.number) }
        return part.number
      }) { _ in taken += 1 }
    } throws: { ($0 as? Failure)?.part == 1 }
    #expect(taken == 1)
  }
}
