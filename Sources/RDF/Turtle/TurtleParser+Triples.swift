// Subjects, predicates and objects, with what stands in brackets.

extension TurtleParser {
  struct Subject {
    let term: TermBytes
    /// In TriG an IRI, a label or `[]` may also name a graph.
    var canNameGraph = true
    /// `[ … ]` may be all there is of a statement.
    var needsPredicate = true
  }

  mutating func subject() throws -> Subject {
    if peek(UInt8(ascii: "[")) {
      let node = freshBlank()
      let isEmpty = try !properties(of: node)
      return Subject(term: node, canNameGraph: isEmpty, needsPredicate: isEmpty)
    }
    if peek(UInt8(ascii: "(")) { return Subject(term: try collection(), canNameGraph: false) }
    return Subject(term: try node(expected: "a subject"))
  }

  /// An IRI or a labelled node, as TriG's GRAPH wants it.
  mutating func graphName() throws -> TermBytes {
    guard peek(UInt8(ascii: "[")) else { return try node(expected: "the graph's name") }
    let place = at
    let node = freshBlank()
    guard try !properties(of: node) else { throw failure("this cannot name a graph", at: place) }
    return node
  }

  /// The predicates and objects of a subject, up to what ends them.
  mutating func triples(of subject: Subject) throws {
    if !subject.needsPredicate, at >= end || peek(UInt8(ascii: ".")) || peek(UInt8(ascii: "}")) { return }
    try predicates(of: subject.term)
  }

  private mutating func predicates(of subject: TermBytes) throws {
    while true {
      let mark = memory.mark
      let predicate = try self.predicate()
      repeat {
        skipSpace()
        try object(of: subject, predicate)
        skipSpace()
      } while take(UInt8(ascii: ","))
      memory.release(to: mark)
      guard take(UInt8(ascii: ";")) else { return }
      repeat { skipSpace() } while take(UInt8(ascii: ";"))
      if at >= end { return }
      switch at.pointee {
      case UInt8(ascii: "."), UInt8(ascii: "]"), UInt8(ascii: "}"): return
      default: break
      }
    }
  }

  private mutating func predicate() throws -> TermBytes {
    if takeWord("a") { return .type }
    if take(UInt8(ascii: "<")) { return TermBytes(kind: .iri, lexical: try iri()) }
    return TermBytes(kind: .iri, lexical: try prefixedName(expected: "a predicate"))
  }

  private mutating func object(of subject: TermBytes, _ predicate: TermBytes) throws {
    let mark = memory.mark
    defer { memory.release(to: mark) }
    if peek(UInt8(ascii: "[")) {
      let node = freshBlank()
      try add(subject, predicate, node)
      _ = try properties(of: node)
    } else {
      try add(subject, predicate, try peek(UInt8(ascii: "(")) ? collection() : value())
    }
  }

  /// `[ … ]`; false where nothing stands in it.
  private mutating func properties(of node: TermBytes) throws -> Bool {
    try open()
    defer { depth -= 1 }
    if take(UInt8(ascii: "]")) { return false }
    try predicates(of: node)
    guard take(UInt8(ascii: "]")) else { throw expected("';', ',' or ']'") }
    return true
  }

  /// `( … )`: its first node, or `rdf:nil`.
  private mutating func collection() throws -> TermBytes {
    try open()
    defer { depth -= 1 }
    if take(UInt8(ascii: ")")) { return .emptyList }
    let first = freshBlank()
    var cell = first
    while true {
      try object(of: cell, .first)
      skipSpace()
      if at >= end { throw expected("')'") }
      if take(UInt8(ascii: ")")) { break }
      let next = freshBlank()
      try add(cell, .rest, next)
      cell = next
    }
    try add(cell, .rest, .emptyList)
    return first
  }

  /// Takes the bracket and what is blank behind it.
  private mutating func open() throws {
    depth += 1
    if depth > TurtleParser.depthLimit {
      throw failure("brackets nested more than \(TurtleParser.depthLimit) deep", at: at)
    }
    at += 1
    skipSpace()
  }
}

extension TermBytes {
  fileprivate static var type: TermBytes { constant("http://www.w3.org/1999/02/22-rdf-syntax-ns#type") }
  fileprivate static var first: TermBytes { constant("http://www.w3.org/1999/02/22-rdf-syntax-ns#first") }
  fileprivate static var rest: TermBytes { constant("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest") }
  fileprivate static var emptyList: TermBytes { constant("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil") }

  private static func constant(_ iri: StaticString) -> TermBytes {
    TermBytes(kind: .iri, lexical: UnsafeBufferPointer(start: iri.utf8Start, count: iri.utf8CodeUnitCount))
  }
}
