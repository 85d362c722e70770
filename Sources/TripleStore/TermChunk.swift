import RDF

/// A run of dictionary entries of one kind, read in place.
///
///     0   u32 checksum of everything from byte 4 · u32 entries · u8 form · u8 1 if the tags differ · u8 bits of an offset
///         · u8 0 · u32 tag of all entries
///     16  the entries, by form
///
/// Form `plain`: offsets of the texts (one past the last too) packed in bits and filled up to 8 bytes · u32 tags, if they
/// differ · the texts, UTF-8, end to end · 8 bytes of padding. Form `prefixed`: see `PrefixedTexts`; it is read by
/// making it plain. A tag is the number of a language or a datatype (see `TermTags`).
struct TermChunk {
  enum Form: UInt8 {
    case plain = 0
    case prefixed = 1
  }

  static let header = 16
  static let padding = 8

  /// Entries of a chunk: many IRIs, whose chunks are compressed, and few texts, which may be long: to read one of them the whole
  /// chunk is verified.
  @inline(__always)
  static func capacity(_ kind: TermID.Kind) -> Int { 1 << capacityBits(kind) }

  @inline(__always)
  static func capacityBits(_ kind: TermID.Kind) -> Int {
    switch kind {
    case .iri: 11
    case .string, .languageString: 7
    default: 10
    }
  }

  let start: UnsafeRawPointer

  @inline(__always)
  var count: Int { Int(start.loadUnaligned(fromByteOffset: 4, as: UInt32.self)) }

  var form: Form { Form(rawValue: start.load(fromByteOffset: 8, as: UInt8.self)) ?? .plain }

  @inline(__always)
  private var hasMixedTags: Bool { start.load(fromByteOffset: 9, as: UInt8.self) != 0 }

  @inline(__always)
  private var offsetWidth: Int { Int(start.load(fromByteOffset: 10, as: UInt8.self)) }

  /// Bytes of packed offsets.
  @inline(__always)
  static func offsetBytes(count: Int, width: Int) -> Int { ((count + 1) * width + 63) / 64 * 8 }

  /// The text of an entry of a plain chunk.
  @inline(__always)
  func text(_ slot: Int) -> UnsafeBufferPointer<UInt8> {
    let offsets = start + TermChunk.header
    let width = offsetWidth
    let from = width == 0 ? 0 : Int(BitPacking.value(offsets, slot, width: width))
    let end = width == 0 ? 0 : Int(BitPacking.value(offsets, slot + 1, width: width))
    let texts = offsets + TermChunk.offsetBytes(count: count, width: width) + (hasMixedTags ? count * 4 : 0)
    return UnsafeBufferPointer(start: (texts + from).assumingMemoryBound(to: UInt8.self), count: end - from)
  }

  /// The tag of an entry of a plain chunk.
  @inline(__always)
  func tag(_ slot: Int) -> UInt32 {
    if !hasMixedTags { return start.loadUnaligned(fromByteOffset: 12, as: UInt32.self) }
    let tags = start + TermChunk.header + TermChunk.offsetBytes(count: count, width: offsetWidth)
    return tags.loadUnaligned(fromByteOffset: slot * 4, as: UInt32.self)
  }

  /// Whether a stored value is a chunk whose checksum holds.
  static func isSound(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= header + padding
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
}
