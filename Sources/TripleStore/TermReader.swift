import RDF

/// The dictionary as one transaction sees it: terms by id, ids by term. Everything is read from the map when it is first
/// needed.
final class TermReader {
  let counts: [Int]
  private let damage: Damage
  private let chunks: TermChunks
  private let text: Database.Reader
  private let makeHashes: () throws -> BlockCursor
  private let readTags: (TermTags.Kind) throws -> TermTags
  private var hashes: BlockCursor?
  private var languageTags: TermTags?
  private var datatypeTags: TermTags?

  init(
    chunks: TermChunks, text: Database.Reader, hashes: @escaping () throws -> BlockCursor,
    tags: @escaping (TermTags.Kind) throws -> TermTags, damage: Damage
  ) {
    self.damage = damage
    counts = chunks.counts
    self.chunks = chunks
    self.text = text
    self.makeHashes = hashes
    self.readTags = tags
  }

  /// The chunk of a dictionary index and the place in it; nil for an id that the store did not give out.
  @inline(__always)
  private func chunk(_ id: TermID) -> (chunk: TermChunk, slot: Int)? {
    chunks.chunk(id) { storedChunk($0, $1) }
  }

  /// A chunk as it is stored, in the map; nil where it is missing or damaged, which is noted.
  private func storedChunk(_ kind: TermID.Kind, _ number: Int) -> TermChunk? {
    guard let bytes = storedBytes(kind, number) else { return nil }
    guard TermChunk.isSound(bytes), let place = bytes.baseAddress else {
      damage.note(StoreError.damagedTerms)
      return nil
    }
    return TermChunk(start: place)
  }

  /// A chunk as it is stored, in the map, not touched and not verified; nil where it is missing, which is noted.
  func storedBytes(_ kind: TermID.Kind, _ number: Int) -> UnsafeRawBufferPointer? {
    let bytes = TermChunk.withKey(kind, number, text.value)
    if bytes == nil { damage.note(StoreError.damagedTerms) }
    return bytes
  }

  private static var empty: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }

  /// The text of a dictionary entry, in the map; empty for any other id.
  @inline(__always)
  func lexical(_ id: TermID) -> UnsafeBufferPointer<UInt8> {
    chunks.text(id) { storedChunk($0, $1) } ?? TermReader.empty
  }

  /// Whether an id is one that the store gave out and its text, and its language or datatype, can be read.
  func isReadable(_ id: TermID) -> Bool {
    guard let (chunk, slot) = chunk(id) else { return false }
    switch id.kind {
    case .languageString: return !language(chunk.tag(slot)).isEmpty
    case .typed: return !datatype(chunk.tag(slot)).isEmpty
    default: return true
    }
  }

  /// The number of a dictionary entry's language or datatype.
  func tag(_ id: TermID) -> UInt32 {
    guard let (chunk, slot) = chunk(id) else { return 0 }
    return chunk.tag(slot)
  }

  private func tags(_ kind: TermTags.Kind) -> TermTags? { damage.noting { try readTags(kind) } }

  /// The language tag behind a number, in the map.
  func language(_ tag: UInt32) -> UnsafeBufferPointer<UInt8> {
    if languageTags == nil { languageTags = tags(.language) }
    return languageTags.map { Int(tag) < $0.places.count ? $0.places[Int(tag)] : TermReader.empty }
      ?? TermReader.empty
  }

  /// The datatype IRI behind a number, in the map.
  func datatype(_ tag: UInt32) -> UnsafeBufferPointer<UInt8> {
    if datatypeTags == nil { datatypeTags = tags(.datatype) }
    return datatypeTags.map { Int(tag) < $0.places.count ? $0.places[Int(tag)] : TermReader.empty }
      ?? TermReader.empty
  }

  /// The id of a term, `.none` where the store does not hold it.
  func id(of term: TermBytes) -> TermID {
    if term.kind == .literal, let inline = TermID(canonical: term.lexical, datatype: term.datatype) {
      return inline
    }
    switch term.dictionaryKind {
    case .blank:
      guard let number = BlankLabel.number(term.lexical), number < counts[Int(TermID.Kind.blank.rawValue)]
      else { return .none }
      return TermID(.blank, payload: UInt64(number))
    case .languageString:
      if languageTags == nil { languageTags = tags(.language) }
      guard let tag = languageTags?.number(term.language) else { return .none }
      return find(TermKey(kind: .languageString, text: term.lexical, tag: tag))
    case .typed:
      if datatypeTags == nil { datatypeTags = tags(.datatype) }
      guard let tag = datatypeTags?.number(term.datatype) else { return .none }
      return find(TermKey(kind: .typed, text: term.lexical, tag: tag))
    case let kind: return find(TermKey(kind: kind, text: term.lexical, tag: 0))
    }
  }

  /// The entry equal to `key`, `.none` where there is none.
  func find(_ key: TermKey) -> TermID { find(key, hash: key.hash) }

  func find(_ key: TermKey, hash: UInt64) -> TermID {
    if hashes == nil { hashes = damage.noting(makeHashes) }
    guard let hashes else { return .none }
    var position = hashes.position(of: Row(hash), columns: 1, after: false)
    while position.block < hashes.directory.count {
      hashes.enter(position.block)
      let group = position.row / BlockFormat.group
      let count = hashes.rows(inGroup: group)
      // Few terms share a hash: as a rule the first row is the one.
      for row in position.row % BlockFormat.group..<count {
        if hashes.column(0, group: group, rows: row..<row + 1)[row] != hash { return .none }
        let id = TermID(rawValue: hashes.column(1, group: group, rows: row..<row + 1)[row])
        if matches(key, id) { return id }
      }
      let next = (group + 1) * BlockFormat.group
      position =
        next < hashes.rowCount
        ? BlockCursor.Position(block: position.block, row: next)
        : BlockCursor.Position(block: position.block + 1, row: 0)
    }
    return .none
  }

  @inline(__always)
  private func matches(_ key: TermKey, _ id: TermID) -> Bool {
    guard id.rawValue >> 60 == UInt64(key.kind.rawValue) else { return false }
    // IRIs have no tags.
    return (key.kind == .iri || tag(id) == key.tag) && ByteHash.equal(lexical(id), key.text)
  }
}
