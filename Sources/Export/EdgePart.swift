import RDF
import XML

/// Makes the edges of a part.
final class EdgePart: SubjectSink {
  /// Handed over to another thread when it is complete.
  struct Piece: @unchecked Sendable {
    let fragment: XMLFragment
  }

  private let markup: GraphMLMarkup
  private let numbers: NodeNumbers
  private var next: Int
  private let fragment = XMLFragment()
  private var subject = TermBytes(kind: .iri, lexical: UnsafeBufferPointer(start: nil, count: 0))
  /// What stands behind the ends of an edge, by the number of its predicate.
  private var ends: [Int: [UInt8]] = [:]
  private var latest: (predicate: Int, end: [UInt8]) = (-1, [])

  init(_ markup: GraphMLMarkup, _ numbers: NodeNumbers, first: Int) {
    self.markup = markup
    self.numbers = numbers
    next = first
  }

  var piece: Piece { Piece(fragment: fragment) }

  func begin(_ subject: TermBytes) { self.subject = subject }

  func add(_ predicate: TermBytes, _ object: TermBytes) throws {
    guard object.kind != .literal, !isRDFType(predicate.lexical) else { return }
    markup.beginEdge(next, from: numbers[subject.number], to: numbers[object.number], to: fragment)
    if latest.predicate != predicate.number {
      latest = (predicate.number, try end(predicate, object))
    }
    fragment.markup(latest.end)
    next += 1
  }

  private func end(_ predicate: TermBytes, _ object: TermBytes) throws -> [UInt8] {
    if let known = ends[predicate.number] { return known }
    let relation = ShortName.local(predicate)
    let end = XMLFragment()
    do {
      try markup.endEdge([relation, relation, relation, nil, nil], to: end)
    } catch {
      throw error.refusal(subject, predicate, object, as: "an edge")
    }
    ends[predicate.number] = Array(end.bytes)
    return Array(end.bytes)
  }

  func end() {}
}
