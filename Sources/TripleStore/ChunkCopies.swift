import Diagnostics

/// Copies of dictionary chunks of one kind, those of IRIs made plain; the one that was used longest ago makes room for another.
///
/// Chunks are read from the file, not through the map, and verified when they are first read.
struct ChunkCopies {
  private let kind: TermID.Kind
  private let slots: Int
  /// For each chunk its place in `copies`, or -1.
  private var places: [Int16]
  /// Where each chunk is stored, once its checksum has been found to hold.
  private var stored: [UnsafeRawBufferPointer?]
  private var copies: [ChunkCopy] = []
  /// A chunk of IRIs as it is stored.
  private var compressed = ReusedMemory()
  /// Chunks of which a single IRI was read lately.
  private var latest = [Int](repeating: -1, count: 16)
  private var clock = 0
  private var single: [UInt8] = []

  /// - Parameters:
  ///   - count: terms of the kind.
  ///   - slots: chunks that are kept, at most `Int16.max`.
  init(_ kind: TermID.Kind, count: Int, slots: Int) {
    self.kind = kind
    self.slots = slots
    let chunks = count >> TermChunk.capacityBits(kind) + 1
    places = Array(repeating: -1, count: chunks)
    stored = Array(repeating: nil, count: chunks)
  }

  func deallocate() {
    for copy in copies { copy.memory.deallocate() }
    compressed.deallocate()
  }

  /// The chunk of that number, valid until another is asked for; nil where it is damaged, which is noted.
  @inline(__always)
  mutating func chunk(_ number: Int, _ source: Snapshot) -> TermChunk? {
    known(number) ?? load(number, source)
  }

  /// The chunk of that number, where it is among the copies.
  @inline(__always)
  private mutating func known(_ number: Int) -> TermChunk? {
    clock &+= 1
    let place = Int(places[number])
    guard place >= 0 else { return nil }
    copies[place].used = clock
    return TermChunk(start: copies[place].memory.start)
  }

  /// Calls `body` with a text of the chunk of that number: of a chunk of IRIs that was not used lately it is read alone, so that
  /// objects strewn over the dictionary drive nothing out.
  @inline(__always)
  mutating func withText<Result>(
    _ number: Int, _ slot: Int, _ source: Snapshot, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    if let chunk = known(number) { return try body(chunk.text(slot)) }
    if kind == .iri, copies.count == slots, !latest.contains(number) {
      latest[clock % latest.count] = number
      if let chunk = readCompressed(number, source) {
        PrefixedTexts.read(slot, of: chunk, into: &single)
      } else {
        single.removeAll(keepingCapacity: true)
      }
      return try single.withUnsafeBufferPointer(body)
    }
    guard let chunk = load(number, source) else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    return try body(chunk.text(slot))
  }

  private mutating func load(_ number: Int, _ source: Snapshot) -> TermChunk? {
    var place = copies.count
    if place == slots {
      place = copies.indices.min { copies[$0].used < copies[$1].used } ?? 0
      if copies[place].number >= 0 { places[copies[place].number] = -1 }
    } else {
      copies.append(ChunkCopy())
    }
    var copy = copies[place]
    copy.number = -1
    copy.used = clock
    defer { copies[place] = copy }
    if kind == .iri {
      guard let chunk = readCompressed(number, source) else { return nil }
      copy.memory.reserve(PrefixedTexts.expandedSize(chunk))
      PrefixedTexts.expand(chunk, to: copy.memory.start)
    } else {
      guard read(number, source, to: &copy.memory) != nil else { return nil }
    }
    copy.number = number
    places[number] = Int16(place)
    return TermChunk(start: copy.memory.start)
  }

  private mutating func readCompressed(_ number: Int, _ source: Snapshot) -> TermChunk? {
    var memory = compressed
    defer { compressed = memory }
    return read(number, source, to: &memory)
  }

  /// A chunk as it is stored.
  private mutating func read(_ number: Int, _ source: Snapshot, to memory: inout ReusedMemory) -> TermChunk? {
    guard let bytes = stored[number] ?? source.terms.storedBytes(kind, number) else { return nil }
    memory.reserve(bytes.count)
    source.environment.file.copy(bytes, to: memory.start)
    if stored[number] == nil {
      guard TermChunk.isSound(UnsafeRawBufferPointer(start: memory.start, count: bytes.count)) else {
        source.environment.damage.note(StoreError.damagedTerms)
        return nil
      }
      stored[number] = bytes
      source.environment.file.didLookUp(number)
    }
    return TermChunk(start: memory.start)
  }
}

/// A chunk in memory that serves one after the other.
private struct ChunkCopy {
  /// -1 where it holds none.
  var number = -1
  /// When it was used last.
  var used = 0
  var memory = ReusedMemory()
}
