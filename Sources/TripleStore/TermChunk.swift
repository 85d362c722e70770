/// Up to 1,024 dictionary entries of one kind, read in place.
///
///     0   u32 checksum of everything from byte 4 · u32 entries · u32 1 if the tags differ · u32 tag of all entries
///     16  u32 offsets of the texts (one past the last too) · u32 tags, if they differ · the texts, UTF-8, end to end
///
/// A tag is the number of a language or a datatype (see `TermTags`).
struct TermChunk {
  static let capacity = 1024
  static let header = 16

  let start: UnsafeRawPointer

  @inline(__always)
  var count: Int { Int(start.loadUnaligned(fromByteOffset: 4, as: UInt32.self)) }

  @inline(__always)
  private var hasMixedTags: Bool { start.loadUnaligned(fromByteOffset: 8, as: UInt32.self) != 0 }

  @inline(__always)
  func text(_ slot: Int) -> UnsafeBufferPointer<UInt8> {
    let offsets = start + TermChunk.header
    let from = Int(offsets.loadUnaligned(fromByteOffset: slot * 4, as: UInt32.self))
    let end = Int(offsets.loadUnaligned(fromByteOffset: slot * 4 + 4, as: UInt32.self))
    let texts = offsets + (count + 1) * 4 + (hasMixedTags ? count * 4 : 0)
    return UnsafeBufferPointer(start: (texts + from).assumingMemoryBound(to: UInt8.self), count: end - from)
  }

  @inline(__always)
  func tag(_ slot: Int) -> UInt32 {
    if !hasMixedTags { return start.loadUnaligned(fromByteOffset: 12, as: UInt32.self) }
    return start.loadUnaligned(fromByteOffset: TermChunk.header + (count + 1 + slot) * 4, as: UInt32.self)
  }

  /// Whether a stored value is a chunk whose checksum holds.
  static func isSound(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= header
      && bytes.loadUnaligned(as: UInt32.self)
        == ByteHash.checksum(UnsafeRawBufferPointer(rebasing: bytes.dropFirst(4)))
  }

  /// The key of a chunk.
  static func withKey<Result>(
    _ kind: TermID.Kind, _ number: Int, _ body: (UnsafeMutableRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    var key = (UInt64(kind.rawValue) << 56 | UInt64(number)).bigEndian
    return try withUnsafeMutableBytes(of: &key, body)
  }

  /// Collects entries and writes them as a chunk.
  struct Builder {
    private var offsets: [UInt32] = [0]
    private var tags: [UInt32] = []
    private var texts: [UInt8] = []

    var count: Int { tags.count }

    mutating func removeAll() {
      offsets.removeAll(keepingCapacity: true)
      offsets.append(0)
      tags.removeAll(keepingCapacity: true)
      texts.removeAll(keepingCapacity: true)
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>, tag: UInt32) {
      texts.append(contentsOf: text)
      offsets.append(UInt32(texts.count))
      tags.append(tag)
    }

    func withBytes(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
      let isMixed = tags.contains { $0 != tags[0] }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(TermChunk.header + offsets.count * 8 + texts.count)
      func append(_ number: UInt32) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
      }
      append(0)
      append(UInt32(tags.count))
      append(isMixed ? 1 : 0)
      append(isMixed ? 0 : tags.first ?? 0)
      offsets.withUnsafeBytes { bytes.append(contentsOf: $0) }
      if isMixed { tags.withUnsafeBytes { bytes.append(contentsOf: $0) } }
      bytes.append(contentsOf: texts)
      let checksum = bytes.withUnsafeBytes {
        ByteHash.checksum(UnsafeRawBufferPointer(rebasing: $0.dropFirst(4)))
      }
      bytes.withUnsafeMutableBytes { $0.storeBytes(of: checksum, as: UInt32.self) }
      try bytes.withUnsafeBytes(body)
    }
  }
}
