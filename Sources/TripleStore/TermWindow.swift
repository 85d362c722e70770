import RDF

/// Terms by id in bounded memory, for passes over a whole store.
///
/// `Snapshot.withTerm` keeps every chunk of IRIs that it has made plain. A window keeps the 64 that were used last, about 7 MB,
/// and reads a single IRI of another chunk out of its compressed form, so that objects strewn over the dictionary drive
/// nothing out.
final class TermWindow {
  private static let remembered = 16

  private let snapshot: Snapshot
  private let slots: Int
  /// IRIs of the store.
  let count: Int
  /// Plain chunks in memory of the window's own: the number and the time of the last use of each.
  private var plain: [(number: Int, chunk: UnsafeMutableRawPointer, used: Int)] = []
  /// For each chunk of IRIs its place in `plain`, or -1.
  private var places: [Int16]
  /// For each chunk of IRIs whether its checksum has been found to hold.
  private var isSound: [Bool]
  /// Chunks of which a single IRI was read lately.
  private var latest = [Int](repeating: -1, count: TermWindow.remembered)
  private var clock = 0
  private var single: [UInt8] = []

  /// - Parameter slots: chunks of IRIs that are kept plain.
  init(_ snapshot: Snapshot, slots: Int = 64) {
    self.snapshot = snapshot
    self.slots = slots
    count = snapshot.counts.terms[Int(TermID.Kind.iri.rawValue)]
    places = Array(repeating: -1, count: count / TermChunk.capacity(.iri) + 1)
    isSound = Array(repeating: false, count: places.count)
  }

  deinit { for entry in plain { entry.chunk.deallocate() } }

  /// Calls `body` with the term of a stored or inline id; the bytes are valid during the call, in which no other term may be
  /// asked for.
  @inline(__always)
  func withTerm<Result>(_ id: TermID, _ body: (TermBytes) throws -> Result) rethrows -> Result {
    guard id.kind == .iri else { return try snapshot.withTerm(id, body) }
    return try withIRI(id) { try body(TermBytes(kind: .iri, lexical: $0, number: Int(id.payload))) }
  }

  /// Calls `body` with the text of an IRI; empty for an id that the store did not give out.
  @inline(__always)
  func withIRI<Result>(_ id: TermID, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result
  {
    let index = Int(id.payload)
    guard index < count else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    let number = index / TermChunk.capacity(.iri)
    let slot = index % TermChunk.capacity(.iri)
    if let chunk = chunk(number) { return try body(chunk.text(slot)) }
    guard let stored = stored(number) else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    PrefixedTexts.read(slot, of: stored, into: &single)
    return try single.withUnsafeBufferPointer(body)
  }

  /// The plain chunk of that number; nil where a single text is read more cheaply.
  @inline(__always)
  private func chunk(_ number: Int) -> TermChunk? {
    clock &+= 1
    let place = Int(places[number])
    guard place >= 0 else { return load(number) }
    plain[place].used = clock
    return TermChunk(start: plain[place].chunk)
  }

  /// A chunk as it is stored; nil where it is damaged.
  private func stored(_ number: Int) -> TermChunk? {
    let chunk = snapshot.terms.storedChunk(.iri, number, isChecked: isSound[number])
    if chunk != nil { isSound[number] = true }
    return chunk
  }

  private func load(_ number: Int) -> TermChunk? {
    guard let stored = stored(number) else { return nil }
    if stored.form == .plain { return stored }
    if plain.count == slots, !latest.contains(number) {
      latest[clock % TermWindow.remembered] = number
      return nil
    }
    let made = PrefixedTexts.expand(stored)
    if plain.count < slots {
      places[number] = Int16(plain.count)
      plain.append((number, made, clock))
    } else if let oldest = plain.indices.min(by: { plain[$0].used < plain[$1].used }) {
      plain[oldest].chunk.deallocate()
      places[plain[oldest].number] = -1
      places[number] = Int16(oldest)
      plain[oldest] = (number, made, clock)
    }
    return TermChunk(start: made)
  }
}
