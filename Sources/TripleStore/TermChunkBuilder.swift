import RDF

/// Collects dictionary entries and writes them as a chunk (see `TermChunk`).
struct TermChunkBuilder {
  private var ends: [Int] = []
  private var tags: [UInt32] = []
  private var texts: [UInt8] = []

  var count: Int { tags.count }

  mutating func removeAll() {
    ends.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>, tag: UInt32) {
    texts.append(contentsOf: text)
    ends.append(texts.count)
    tags.append(tag)
  }

  /// The bytes of a chunk that is read in place.
  func plain() -> [UInt8] {
    let isMixed = tags.contains { $0 != tags[0] }
    let width = BitPacking.width(of: UInt64(texts.count))
    let offsets = [0] + ends.map { UInt64($0) }
    var bytes = header(.plain, isMixed: isMixed, width: width)
    let start = bytes.count
    let length = TermChunk.offsetBytes(count: count, width: width)
    bytes.append(contentsOf: repeatElement(0, count: length + BlockFormat.padding))
    if width > 0 {
      bytes.withUnsafeMutableBytes { buffer in
        guard let place = buffer.baseAddress else { return }
        BitPacking.pack(offsets, count: offsets.count, width: width, into: place + start)
      }
    }
    bytes.removeLast(BlockFormat.padding)
    if isMixed { tags.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    bytes.append(contentsOf: texts)
    return finished(bytes)
  }

  /// The bytes of a chunk of IRIs, whose common beginnings are stored once.
  func prefixed() -> [UInt8] {
    var body = PrefixedTexts.Writer()
    var start = 0
    texts.withUnsafeBufferPointer { texts in
      for end in ends {
        body.append(UnsafeBufferPointer(rebasing: texts[start..<end]))
        start = end
      }
    }
    return finished(header(.prefixed, isMixed: false, width: 0) + body.finish(textBytes: texts.count))
  }

  private func header(_ form: TermChunk.Form, isMixed: Bool, width: Int) -> [UInt8] {
    var bytes: [UInt8] = [0, 0, 0, 0]
    withUnsafeBytes(of: UInt32(count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes += [form.rawValue, isMixed ? 1 : 0, UInt8(width), 0]
    withUnsafeBytes(of: (isMixed ? 0 : tags.first ?? 0).littleEndian) { bytes.append(contentsOf: $0) }
    return bytes
  }

  private func finished(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    bytes.append(contentsOf: repeatElement(0, count: TermChunk.padding))
    let checksum = bytes.withUnsafeBytes {
      ByteHash.checksum(UnsafeRawBufferPointer(rebasing: $0.dropFirst(4)))
    }
    bytes.withUnsafeMutableBytes { $0.storeBytes(of: checksum, as: UInt32.self) }
    return bytes
  }
}
