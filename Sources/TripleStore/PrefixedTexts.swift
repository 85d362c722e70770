/// IRIs with their beginnings, up to the last `/` or `#`, stored once a chunk.
///
///     u32 bytes of all texts · u32 offset of the entries from here · the beginnings · the entries
///
/// A beginning: varint bytes shared with the beginning before · varint bytes of its own · these. An entry: varint number of
/// its beginning · varint bytes of its rest · these.
enum PrefixedTexts {
  private static let slash = UInt8(ascii: "/")
  private static let hash = UInt8(ascii: "#")

  struct Writer {
    private var known: [[UInt8]: Int] = [:]
    private var latest: (text: [UInt8], number: Int) = ([], -1)
    private var beginnings: [UInt8] = []
    private var entries: [UInt8] = []
    private var previous: [UInt8] = []

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
      let length = (text.lastIndex { $0 == slash || $0 == hash } ?? -1) + 1
      let rest = text[length...]
      let number = number(UnsafeBufferPointer(rebasing: text[..<length]))
      Writer.append(number, to: &entries)
      Writer.append(rest.count, to: &entries)
      entries.append(contentsOf: rest)
    }

    private mutating func number(_ beginning: UnsafeBufferPointer<UInt8>) -> Int {
      if latest.number >= 0, latest.text.elementsEqual(beginning) { return latest.number }
      let text = Array(beginning)
      let number = known[text] ?? known.count
      if number == known.count {
        known[text] = number
        let shared = zip(previous, text).prefix { $0 == $1 }.count
        Writer.append(shared, to: &beginnings)
        Writer.append(text.count - shared, to: &beginnings)
        beginnings.append(contentsOf: text[shared...])
        previous = text
      }
      latest = (text, number)
      return number
    }

    // Not a method of the writer, of which each call would copy what it appends to.
    private static func append(_ number: Int, to bytes: inout [UInt8]) {
      var rest = number
      while rest >= 0x80 {
        bytes.append(UInt8(rest & 0x7F) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }

    func finish(textBytes: Int) -> [UInt8] {
      withUnsafeBytes(of: UInt32(textBytes).littleEndian, Array.init)
        + withUnsafeBytes(of: UInt32(8 + beginnings.count).littleEndian, Array.init) + beginnings + entries
    }
  }

  /// Bytes of the plain chunk with the entries of a prefixed one.
  static func expandedSize(_ chunk: TermChunk) -> Int {
    TermChunk.header + TermChunk.offsetBytes(count: chunk.count, width: 32)
      + Int((chunk.start + TermChunk.header).loadUnaligned(as: UInt32.self)) + TermChunk.padding
  }

  /// Writes the plain chunk with the entries of a prefixed one, which takes `expandedSize`, to `plain`.
  ///
  /// - Complexity: O(bytes), about 10 ns an entry.
  static func expand(_ chunk: TermChunk, to plain: UnsafeMutableRawPointer) {
    let count = chunk.count
    let entries = entries(of: chunk)
    var beginnings = Beginnings(of: chunk)
    beginnings.read(to: entries)
    plain.copyMemory(from: chunk.start, byteCount: TermChunk.header)
    plain.storeBytes(of: TermChunk.Form.plain.rawValue, toByteOffset: 8, as: UInt8.self)
    plain.storeBytes(of: 32, toByteOffset: 10, as: UInt8.self)
    let offsets = plain + TermChunk.header
    let texts = offsets + TermChunk.offsetBytes(count: count, width: 32)
    beginnings.texts.withUnsafeBytes { known in
      var place = entries
      var written = 0
      offsets.storeBytes(of: 0, as: UInt32.self)
      for entry in 0..<count {
        let range = beginnings.ranges[varint(&place)]
        let rest = varint(&place)
        if range.count > 0, let start = known.baseAddress {
          (texts + written).copyMemory(from: start + range.start, byteCount: range.count)
        }
        (texts + written + range.count).copyMemory(from: place, byteCount: rest)
        place += rest
        written += range.count + rest
        offsets.storeBytes(of: UInt32(written), toByteOffset: (entry + 1) * 4, as: UInt32.self)
      }
    }
  }

  /// Writes the text of one entry over `text`.
  ///
  /// - Complexity: O(entries before it), about 3 µs in the middle of a chunk: less than `expand` for a single text.
  static func read(_ slot: Int, of chunk: TermChunk, into text: inout [UInt8]) {
    var entry = entries(of: chunk)
    skip(slot, &entry)
    let number = varint(&entry)
    text.removeAll(keepingCapacity: true)
    var place = chunk.start + TermChunk.header + 8
    for _ in 0...number {
      let shared = varint(&place)
      let own = varint(&place)
      text.removeLast(text.count - shared)
      text.append(contentsOf: UnsafeRawBufferPointer(start: place, count: own))
      place += own
    }
    let rest = varint(&entry)
    text.append(contentsOf: UnsafeRawBufferPointer(start: entry, count: rest))
  }

  /// Reads entries of a chunk one by one, each from the nearest place that the reading before has found.
  struct Reader {
    /// Entries from one known place to the next.
    private static let step = 32

    private var beginnings: Beginnings
    private var known: [UnsafeRawPointer]

    init(_ chunk: TermChunk) {
      beginnings = Beginnings(of: chunk)
      known = [PrefixedTexts.entries(of: chunk)]
    }

    /// A copy of the text of one entry, which is the caller's.
    ///
    /// - Complexity: O(entries after the last known place), a few hundred instructions where that is near.
    mutating func copy(_ slot: Int) -> UnsafeMutableBufferPointer<UInt8> {
      while known.count <= slot / Reader.step {
        var next = known[known.count - 1]
        PrefixedTexts.skip(Reader.step, &next)
        known.append(next)
      }
      var entry = known[slot / Reader.step]
      PrefixedTexts.skip(slot % Reader.step, &entry)
      let number = PrefixedTexts.varint(&entry)
      let rest = PrefixedTexts.varint(&entry)
      beginnings.read(through: number)
      let range = beginnings.ranges[number]
      let text = UnsafeMutableRawBufferPointer.allocate(byteCount: range.count + rest, alignment: 1)
      beginnings.texts.withUnsafeBytes { known in
        text.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: known[range.start..<range.start + range.count]))
      }
      UnsafeMutableRawBufferPointer(rebasing: text[range.count...])
        .copyMemory(from: UnsafeRawBufferPointer(start: entry, count: rest))
      return text.bindMemory(to: UInt8.self)
    }
  }

  /// The beginnings of a chunk, written out as far as they were read.
  private struct Beginnings {
    private(set) var texts: [UInt8] = []
    private(set) var ranges: [(start: Int, count: Int)] = []
    private var place: UnsafeRawPointer
    private var previous = 0

    init(of chunk: TermChunk) { place = chunk.start + TermChunk.header + 8 }

    mutating func read(to end: UnsafeRawPointer) { while place < end { readNext() } }

    mutating func read(through number: Int) { while ranges.count <= number { readNext() } }

    private mutating func readNext() {
      let shared = varint(&place)
      let own = varint(&place)
      ranges.append((texts.count, shared + own))
      texts.append(contentsOf: Array(texts[previous..<previous + shared]))
      texts.append(contentsOf: UnsafeRawBufferPointer(start: place, count: own))
      previous = texts.count - shared - own
      place += own
    }
  }

  private static func entries(of chunk: TermChunk) -> UnsafeRawPointer {
    let body = chunk.start + TermChunk.header
    return body + Int(body.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
  }

  private static func skip(_ count: Int, _ entry: inout UnsafeRawPointer) {
    for _ in 0..<count {
      _ = varint(&entry)
      let rest = varint(&entry)
      entry += rest
    }
  }

  @inline(__always)
  private static func varint(_ place: inout UnsafeRawPointer) -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = place.load(as: UInt8.self)
      place += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }
}
