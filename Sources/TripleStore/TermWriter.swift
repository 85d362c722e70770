import Diagnostics
import RDF

/// Gives ids to terms inside a write transaction and writes the new ones at its end.
final class TermWriter {
  private let environment: Environment
  private let transaction: OpaquePointer
  private let tags: Database.Reader
  private var reader: TermReader
  /// Terms written, by kind, before those pending.
  private(set) var stored: [Int]
  private let pending = (0..<6).map { _ in PendingTerms() }
  private var table = TermTable()
  private var languages: TermTags
  private var datatypes: TermTags
  private var blanks = BlankScope()
  private(set) var blankCount: Int
  private var latestSubject = LatestTerm()
  private var latestGraph = LatestTerm()

  init(_ environment: Environment, _ transaction: OpaquePointer, _ snapshot: Snapshot) throws {
    self.environment = environment
    self.transaction = transaction
    reader = snapshot.terms
    stored = snapshot.counts.terms
    blankCount = stored[Int(TermID.Kind.blank.rawValue)]
    tags = environment.database(.tags, transaction)
    languages = try TermTags(.language, tags, count: snapshot.counts.languages)
    datatypes = try TermTags(.datatype, tags, count: snapshot.counts.datatypes)
  }

  var languageCount: Int { languages.texts.count }
  var datatypeCount: Int { datatypes.texts.count }

  /// What the store's counts are once everything pending is written.
  var counts: [Int] {
    var counts = stored
    counts[Int(TermID.Kind.blank.rawValue)] = blankCount
    return counts
  }

  /// From here blank-node labels are a new scope.
  func beginSource() {
    blanks = BlankScope()
    latestSubject = LatestTerm()
  }

  /// A blank node that is in no triple yet.
  func newBlank() -> TermID {
    defer { blankCount += 1 }
    return TermID(.blank, payload: UInt64(blankCount))
  }

  /// The id of a subject: mostly that of the triple before.
  func subject(_ term: TermBytes) throws -> TermID {
    if let id = latestSubject.id(term) { return id }
    let id = try intern(term)
    latestSubject.keep(term, id)
    return id
  }

  /// The id of a graph: mostly that of the quad before.
  func graph(_ term: TermBytes) throws -> TermID {
    if let id = latestGraph.id(term) { return id }
    let id = try intern(term)
    if term.kind == .iri { latestGraph.keep(term, id) }
    return id
  }

  /// The id of a term, given now if it is new.
  func intern(_ term: TermBytes) throws -> TermID {
    switch term.kind {
    case .iri: return entry(TermKey(kind: .iri, text: term.lexical, tag: 0))
    case .blank:
      if let known = blanks.id(term.lexical) { return known }
      let id = newBlank()
      blanks.keep(term.lexical, id)
      return id
    case .literal:
      if let inline = TermID(canonical: term.lexical, datatype: term.datatype) { return inline }
      let kind = term.dictionaryKind
      switch kind {
      case .languageString:
        let tag = try languages.intern(term.language, tags)
        return entry(TermKey(kind: kind, text: term.lexical, tag: tag))
      case .typed:
        let tag = try datatypes.intern(term.datatype, tags)
        return entry(TermKey(kind: kind, text: term.lexical, tag: tag))
      default: return entry(TermKey(kind: kind, text: term.lexical, tag: 0))
      }
    }
  }

  private func entry(_ key: TermKey) -> TermID {
    let hash = key.hash
    if let known = table.find(hash, { matches(key, $0) }) { return known }
    if stored[Int(TermID.Kind.iri.rawValue)] > 0 {
      let found = reader.find(key, hash: hash)
      if found.isBound {
        table.insert(hash, found)
        return found
      }
    }
    let kind = Int(key.kind.rawValue)
    let id = TermID(key.kind, payload: UInt64(stored[kind] + pending[kind].count))
    pending[kind].append(key, hash: hash)
    table.insert(hash, id)
    return id
  }

  private func matches(_ key: TermKey, _ id: TermID) -> Bool {
    guard id.rawValue >> 60 == UInt64(key.kind.rawValue) else { return false }
    let kind = Int(key.kind.rawValue)
    let index = Int(id.payload) - stored[kind]
    if index < 0 { return reader.tag(id) == key.tag && ByteHash.equal(reader.lexical(id), key.text) }
    let terms = pending[kind]
    return terms.tag(index) == key.tag && ByteHash.equal(terms.text(index), key.text)
  }

  /// Writes the pending terms. The reader is stale after it: `refresh` gives a new one.
  ///
  /// - Returns: whether anything was written.
  func flush() throws -> Bool {
    var rows: [Row] = []
    for kind in [TermID.Kind.iri, .string, .languageString, .typed] {
      let slot = Int(kind.rawValue)
      for index in 0..<pending[slot].count {
        let hash = pending[slot].hash(index)
        rows.append(Row(UInt64(hash), TermID(kind, payload: UInt64(stored[slot] + index)).rawValue))
      }
      try write(kind)
    }
    if rows.isEmpty { return false }
    RowSort.sort(&rows)
    let writer = IndexWriter(index: .hash, database: environment.database(.index(.hash), transaction))
    _ = try rows.withUnsafeBufferPointer {
      try writer.apply(added: $0, removed: UnsafeBufferPointer(start: nil, count: 0))
    }
    return true
  }

  /// Reads what is stored through `snapshot` from here.
  func refresh(_ snapshot: Snapshot) { reader = snapshot.terms }

  /// Forgets every term: the store has been emptied.
  func restart(_ snapshot: Snapshot) throws {
    reader = snapshot.terms
    stored = snapshot.counts.terms
    blankCount = 0
    for terms in pending { terms.removeAll() }
    table = TermTable()
    latestGraph = LatestTerm()
    beginSource()
    languages = try TermTags(.language, tags, count: 0)
    datatypes = try TermTags(.datatype, tags, count: 0)
  }

  /// Writes the pending texts of one kind, beginning with what the store's last chunk still has room for.
  private func write(_ kind: TermID.Kind) throws {
    let slot = Int(kind.rawValue)
    let count = pending[slot].count
    if count == 0 { return }
    let database = environment.database(.text, transaction)
    let capacity = TermChunk.capacity(kind)
    var builder = TermChunkBuilder()
    var number = stored[slot] / capacity
    for index in number * capacity..<stored[slot] {
      let id = TermID(kind, payload: UInt64(index))
      builder.append(reader.lexical(id), tag: reader.tag(id))
    }
    for index in 0..<count {
      builder.append(pending[slot].text(index), tag: pending[slot].tag(index))
      if builder.count == capacity || index == count - 1 {
        let bytes = kind == .iri ? builder.prefixed() : builder.plain()
        try bytes.withUnsafeBytes { bytes in
          try TermChunk.withKey(kind, number) { try database.put($0, bytes) }
        }
        builder.removeAll()
        number += 1
      }
    }
    stored[slot] += count
    pending[slot].removeAll()
  }
}
