import RDF
import XML

/// Makes the nodes of a part.
final class NodePart: SubjectSink {
  /// Handed over to another thread when it is complete.
  struct Piece: @unchecked Sendable {
    let fragment: XMLFragment
    /// Numbers that the source gives: those of the nodes, and those of their neighbours.
    let subjects: [Int32]
    let objects: [Int32]
    let edges: Int
  }

  private let markup: GraphMLMarkup
  private var classes: ClassCounts
  private let first: Int
  private let fragment = XMLFragment()
  private var subjects: [Int32] = []
  private var objects: [Int32] = []
  private var edges = 0
  private var subject = TermBytes(kind: .iri, lexical: UnsafeBufferPointer(start: nil, count: 0))
  private var kind: Int?
  private var facts = NodeFacts()
  /// What predicates of the part say of nodes, by their numbers.
  private var sources: [Int: NodeFacts.Source?] = [:]
  private var latest: (predicate: Int, source: NodeFacts.Source?) = (-1, nil)

  init(_ markup: GraphMLMarkup, _ classes: ClassCounts, first: Int) {
    self.markup = markup
    self.classes = classes
    self.first = first
  }

  var piece: Piece { Piece(fragment: fragment, subjects: subjects, objects: objects, edges: edges) }

  func begin(_ subject: TermBytes) {
    self.subject = subject
    kind = nil
    facts = NodeFacts()
  }

  func add(_ predicate: TermBytes, _ object: TermBytes) {
    if object.kind == .literal {
      if let source = source(predicate) { facts.add(source, object) }
    } else if isRDFType(predicate.lexical) {
      let type = classes.add(object, count: 0)
      if kind.map({ classes.isRarer(type, than: $0) }) ?? true { kind = type }
    } else {
      edges += 1
      objects.append(Int32(object.number))
    }
  }

  private func source(_ predicate: TermBytes) -> NodeFacts.Source? {
    if latest.predicate == predicate.number { return latest.source }
    let source: NodeFacts.Source?
    if let known = sources[predicate.number] {
      source = known
    } else {
      source = NodeFacts.source(predicate)
      sources[predicate.number] = .some(source)
    }
    latest = (predicate.number, source)
    return source
  }

  func end() throws {
    markup.beginNode(first + subjects.count, to: fragment)
    do {
      try classes.withName(kind) { kind in
        try facts.withValues(of: subject, kind: kind) { try markup.endNode($0, to: fragment) }
      }
    } catch let error as UnwritableTerm {
      throw error.refusal(node: subject)
    }
    subjects.append(Int32(subject.number))
  }
}
