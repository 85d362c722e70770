import Diagnostics
import RDF
import TripleStore

/// The terms of one query: those of the store and those that the query makes.
///
///     let id = pool.id(for: Value(.integer(3)))
///
/// The same term always has the same id, so that joins, DISTINCT and grouping compare ids: a computed term gets the store's id
/// where the store holds it, an id that carries it where it is canonical and small, and a local id otherwise.
public final class TermPool {
  /// nil where a query is answered from no store.
  private let snapshot: Snapshot?
  let arena = TermArena()
  /// Local terms: payload of the id = index.
  private var locals: [TermTable.Entry] = []
  private let table = TermTable()
  private var inlineTexts: [UInt64: UnsafeBufferPointer<UInt8>] = [:]
  private var blanks: [BlankLabel: TermID] = [:]
  /// By the store's number of a datatype.
  private var datatypes: [Datatype?] = []
  /// The moment that NOW gives, the same for the whole query.
  public let now: Moment
  /// What IRI() resolves relative references against.
  public var base: String
  /// Bytes that the query may hold; nil = no limit.
  var memoryLimit: Int?

  public init(_ snapshot: Snapshot? = nil, now: Moment = .current, base: String = Stemma.documents) {
    self.snapshot = snapshot
    self.now = now
    self.base = base
  }
}

extension TermPool {
  /// Memory that the terms made by the query hold, about.
  var bytes: Int { arena.size + (locals.count + table.entries.count) * MemoryLayout<TermTable.Entry>.stride }

  /// The most bytes of a text that a query may make.
  private static let textLimit = 64 << 20

  /// Asks for a text of so many bytes before it is made; memory is counted once a batch, and a text doubled in each of forty steps
  /// would be too large long before.
  @inline(__always)
  func admit(_ count: Int) throws {
    if count > 1 << 16 { try admitLong(count) }
  }

  private func admitLong(_ count: Int) throws {
    if count > TermPool.textLimit {
      throw Diagnostic.error("query makes a text of more than \(ByteCount(TermPool.textLimit))")
    }
    if let memoryLimit, bytes + count > memoryLimit { throw Diagnostic.outOfMemory(memoryLimit) }
  }
}

extension Diagnostic {
  static func outOfMemory(_ limit: Int) -> Diagnostic {
    .error(
      "query needs more than \(limit / 1_048_576) MiB of memory",
      hint: "give it more with --memory, or ask for less with LIMIT or a narrower pattern")
  }
}

// MARK: - Terms to ids

extension TermPool {
  /// The id of a value: of the term it was read from, or of the canonical form of what was computed.
  public func id(for value: Value) -> TermID {
    if value.id.isBound { return value.id }
    switch value.content {
    case .boolean(let value): return TermID(boolean: value)
    case .integer(let number):
      if let small = Int(exactly: number), let id = TermID(integer: small) { return id }
    default: break
    }
    return withBytes(of: value.content) { id(of: $0) }
  }

  public func id(for term: Term) -> TermID { term.withBytes { id(of: $0) } }

  /// The id of the term that `bytes` hold. A blank node's label means a node of this query, or one that `reusableTerm` gave.
  public func id(of bytes: TermBytes) -> TermID {
    let hash = TermTable.hash(bytes)
    if let id = table.find(bytes, hash: hash) { return id }
    let stored = storedID(of: bytes)
    if stored.isBound {
      // What an id carries is found again as fast as in a table.
      if !stored.isInline {
        table.insert(
          TermTable.Entry(
            kind: bytes.kind, hash: hash, id: stored, lexical: lexical(stored), datatype: datatype(stored),
            language: language(stored)))
      }
      return stored
    }
    let entry = TermTable.Entry(
      kind: bytes.kind, hash: hash, id: TermID(.local, payload: UInt64(locals.count)),
      lexical: arena.copy(bytes.lexical), datatype: lasting(bytes.datatype),
      language: arena.copy(bytes.language))
    locals.append(entry)
    table.insert(entry)
    return entry.id
  }

  /// A blank node unlike every other.
  public func freshBlank() -> TermID {
    let id = TermID(.local, payload: UInt64(locals.count))
    var label = "new\(locals.count)"
    let lexical = label.withUTF8 { arena.copy($0) }
    let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    locals.append(
      TermTable.Entry(kind: .blank, hash: 0, id: id, lexical: lexical, datatype: none, language: none))
    return id
  }

  /// The blank node of `BNODE(label)` in one solution.
  func blank(label: String, solution: Int) -> TermID {
    let key = BlankLabel(label: label, solution: solution)
    if let known = blanks[key] { return known }
    let id = freshBlank()
    blanks[key] = id
    return id
  }

  private struct BlankLabel: Hashable {
    let label: String
    let solution: Int
  }

  /// The term of an id, for a query that is planned with it: a blank node's label then means this node.
  func reusableTerm(_ id: TermID) -> Term {
    withTerm(id) { bytes in
      if bytes.kind == .blank {
        let hash = TermTable.hash(bytes)
        if table.find(bytes, hash: hash) == nil {
          table.insert(
            TermTable.Entry(
              kind: .blank, hash: hash, id: id, lexical: arena.copy(bytes.lexical), datatype: bytes.datatype,
              language: bytes.language))
        }
      }
      return bytes.term
    }
  }

  /// The text's bytes in memory that lasts as long as the pool.
  func lasting(_ text: Text) -> UnsafeBufferPointer<UInt8> { text.withBytes { arena.copy($0) } }

  /// Bytes that stay: those of a known datatype's IRI are a constant already.
  private func lasting(_ datatype: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let known = datatype.isEmpty ? Datatype.unknown : Datatype(datatype)
    return known == .unknown ? arena.copy(datatype) : known.iri
  }

  /// The store's id of a term, an id that carries it, or `.none`; labels of blank nodes mean nothing to the store.
  private func storedID(of bytes: TermBytes) -> TermID {
    if bytes.kind == .blank { return .none }
    if let snapshot { return snapshot.id(of: bytes) }
    return bytes.kind == .literal
      ? TermID(canonical: bytes.lexical, datatype: bytes.datatype) ?? .none : .none
  }
}

// MARK: - Ids to terms

extension TermPool {
  public func kind(_ id: TermID) -> TermBytes.Kind {
    switch id.kind {
    case .iri: .iri
    case .blank: .blank
    case .local: locals[Int(id.payload)].kind
    default: .literal
    }
  }

  /// An IRI's characters, a literal's lexical form or a local blank node's label, in memory that lasts as long as the pool.
  @inline(__always)
  public func lexical(_ id: TermID) -> UnsafeBufferPointer<UInt8> {
    switch id.kind {
    case .iri, .string, .languageString, .typed: snapshot?.lexical(id) ?? TermPool.nothing
    default: otherLexical(id)
    }
  }

  private func otherLexical(_ id: TermID) -> UnsafeBufferPointer<UInt8> {
    if id.kind == .local { return locals[Int(id.payload)].lexical }
    guard id.isInline else { return TermPool.nothing }
    if let known = inlineTexts[id.rawValue] { return known }
    let text = id.withInlineLexical { arena.copy($0) }
    inlineTexts[id.rawValue] = text
    return text
  }

  /// A literal's datatype IRI; empty for `xsd:string`, language-tagged strings and what is no literal.
  public func datatype(_ id: TermID) -> UnsafeBufferPointer<UInt8> {
    switch id.kind {
    case .typed: snapshot?.datatype(id) ?? TermPool.nothing
    case .local: locals[Int(id.payload)].datatype
    default: id.inlineDatatype
    }
  }

  /// The datatype of a stored or local literal without a language tag, where it is one of those that the engine knows.
  func knownDatatype(_ id: TermID) -> Datatype {
    guard id.kind == .typed, let snapshot else { return Datatype(datatype(id)) }
    let tag = snapshot.tag(id)
    while datatypes.count <= tag { datatypes.append(nil) }
    if let known = datatypes[tag] { return known }
    let datatype = Datatype(datatype(id))
    datatypes[tag] = datatype
    return datatype
  }

  /// The store's number for the language of a `languageString`.
  func languageNumber(_ id: TermID) -> Int { snapshot?.tag(id) ?? 0 }

  /// A literal's language tag; empty where it has none.
  public func language(_ id: TermID) -> UnsafeBufferPointer<UInt8> {
    switch id.kind {
    case .languageString: snapshot?.language(id) ?? TermPool.nothing
    case .local: locals[Int(id.payload)].language
    default: TermPool.nothing
    }
  }

  private static var nothing: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }

  /// Calls `body` with the term's bytes. `id` is bound.
  public func withTerm<Result>(_ id: TermID, _ body: (TermBytes) throws -> Result) rethrows -> Result {
    if id.kind == .local { return try body(locals[Int(id.payload)].bytes) }
    if let snapshot { return try snapshot.withTerm(id, body) }
    return try id.withInlineLexical {
      try body(TermBytes(kind: .literal, lexical: $0, datatype: id.inlineDatatype))
    }
  }

  /// The lexical form of a value's term, or of the canonical term of a computed one (STR of literals and IRIs).
  @inline(__always)
  func text(of value: Value) -> Text {
    switch value.id.kind {
    case .iri, .string, .languageString, .typed, .local: Text(borrowing: lexical(value.id))
    default: value.content.text
    }
  }

  /// Calls `body` with the bytes of the canonical term for `content`.
  func withBytes<Result>(of content: Value.Content, _ body: (TermBytes) throws -> Result) rethrows -> Result {
    try content.text.withBytes { lexical in
      switch content {
      case .iri: return try body(TermBytes(kind: .iri, lexical: lexical))
      case .blank: return try body(TermBytes(kind: .blank, lexical: lexical))
      case .string: return try body(TermBytes(kind: .literal, lexical: lexical))
      case .languageString(_, let language):
        return try body(TermBytes(kind: .literal, lexical: lexical, language: language))
      case .other(_, let datatype):
        return try body(TermBytes(kind: .literal, lexical: lexical, datatype: datatype))
      default:
        return try body(TermBytes(kind: .literal, lexical: lexical, datatype: content.datatype.iri))
      }
    }
  }
}
