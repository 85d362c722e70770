import Synchronization
import Workers

/// Where the dictionary's chunks lie at one moment: in the map, or written out where they are stored compressed.
///
/// Shared by the snapshots of the same moment, each on a thread of its own, so that a term decoded for one query is there
/// for the next. It grows to what the IRIs that were asked for take when written out, at most all of them: a chunk of which
/// little is asked stays as it is stored, for to write it out takes longer than to answer a short query.
final class TermChunks: @unchecked Sendable {
  private typealias Place = Atomic<UnsafeRawPointer?>

  /// Terms of each kind.
  let counts: [Int]
  /// For each dictionary kind a place for each chunk, nil until it is first used.
  private let places: [UnsafeMutablePointer<Place>]
  /// Addresses of the chunks that are not in the map.
  private let expanded = Guarded<[UInt]>([])
  /// What was read of chunks that are not written out yet, by the number of the chunk.
  private let singles = Guarded<[Int: SingleTexts]>([:])

  init(counts: [Int]) {
    self.counts = counts
    places = counts.indices.map { kind in
      let chunks = counts[kind] >> (TermID.Kind(rawValue: UInt8(kind)).map(TermChunk.capacityBits) ?? 0) + 1
      let table = UnsafeMutablePointer<Place>.allocate(capacity: chunks)
      for chunk in 0..<chunks { (table + chunk).initialize(to: Place(nil)) }
      return table
    }
  }

  deinit {
    for table in places { table.deallocate() }
    for chunk in expanded.withLock({ $0 }) { UnsafeMutableRawPointer(bitPattern: chunk)?.deallocate() }
    singles.withLock { for entry in $0.values { entry.deallocate() } }
  }

  /// The chunk of a dictionary entry and the place in it; nil for an id that the store did not give out.
  ///
  /// - Parameter stored: reads a chunk as it is stored, where it is not known yet.
  @inline(__always)
  func chunk(
    _ id: TermID, _ stored: (TermID.Kind, Int) -> TermChunk?
  ) -> (chunk: TermChunk, slot: Int)? {
    let kind = Int(id.rawValue >> 60)
    let index = Int(id.payload)
    guard kind < 6, index < counts[kind] else { return nil }
    let bits = TermChunk.capacityBits(id.kind)
    let number = index &>> bits
    guard let place = places[kind][number].load(ordering: .acquiring) ?? read(id.kind, number, stored) else {
      return nil
    }
    return (TermChunk(start: place), index & (1 &<< bits &- 1))
  }

  /// The text of a dictionary entry; nil for an id that the store did not give out and in a damaged chunk.
  @inline(__always)
  func text(
    _ id: TermID, _ stored: (TermID.Kind, Int) -> TermChunk?
  ) -> UnsafeBufferPointer<UInt8>? {
    let kind = Int(id.rawValue >> 60)
    let index = Int(id.payload)
    guard kind < 6, index < counts[kind] else { return nil }
    let bits = TermChunk.capacityBits(id.kind)
    let slot = index & (1 &<< bits &- 1)
    if let place = places[kind][index &>> bits].load(ordering: .acquiring) {
      return TermChunk(start: place).text(slot)
    }
    if id.kind == .iri, let single = single(slot, index &>> bits, stored) { return single }
    return read(id.kind, index &>> bits, stored).map { TermChunk(start: $0).text(slot) }
  }

  /// The text of an IRI read alone; nil where the chunk is better written out, or is damaged.
  private func single(
    _ slot: Int, _ number: Int, _ stored: (TermID.Kind, Int) -> TermChunk?
  ) -> UnsafeBufferPointer<UInt8>? {
    // The text stays where it is as long as this does, whoever reads on.
    nonisolated(unsafe) var found: UnsafeBufferPointer<UInt8>?
    singles.withLock { singles in
      if singles[number] == nil, let chunk = stored(.iri, number), chunk.form == .prefixed {
        singles[number] = SingleTexts(chunk)
      }
      found = singles[number]?.text(slot)
    }
    return found
  }

  private func read(
    _ kind: TermID.Kind, _ number: Int, _ stored: (TermID.Kind, Int) -> TermChunk?
  ) -> UnsafeRawPointer? {
    guard let chunk = stored(kind, number) else { return nil }
    let slot = places[Int(kind.rawValue)] + number
    guard chunk.form == .prefixed else {
      slot.pointee.store(chunk.start, ordering: .releasing)
      return chunk.start
    }
    let plain = UnsafeMutableRawPointer.allocate(byteCount: PrefixedTexts.expandedSize(chunk), alignment: 8)
    PrefixedTexts.expand(chunk, to: plain)
    let place = UnsafeRawPointer(plain)
    let (isOurs, present) = slot.pointee.compareExchange(
      expected: nil, desired: place, ordering: .acquiringAndReleasing)
    guard isOurs else {
      plain.deallocate()
      return present
    }
    let address = UInt(bitPattern: plain)
    expanded.withLock { $0.append(address) }
    return place
  }
}
