/// A piece of a document as a reader sees it, before paragraphs are numbered and named: a running text and where it stands.
struct Block {
  /// What the form says of a block's place; a plain text says nothing, and `StructureParser` finds it out.
  enum Place {
    case unknown
    case header
    case formula
    case preambular
    case body
    case heading
    case annexStart
    case closing
  }

  var place: Place = .unknown
  /// The number as printed: "1.", "(a)", "1.3."; empty where it has none or stands in the text still.
  var number = ""
  var text = RunningText()
  var openingPhrase: String?
}

/// Text that grows piece by piece, normalized, with its footnote markers and links as offsets.
struct RunningText {
  var bytes: [UInt8] = []
  var markers: [Marker] = []
  var links: [Link] = []

  init() {}

  init(_ text: some Sequence<UInt8>) {
    if text.withContiguousStorageIfAvailable({ TextNormalizer.append($0, to: &bytes) }) == nil {
      Array(text).withUnsafeBufferPointer { TextNormalizer.append($0, to: &bytes) }
    }
    finish()
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// The offset behind the last word, where a marker stands.
  private var wordEnd: Int { bytes.last == 0x20 ? bytes.count - 1 : bytes.count }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { TextNormalizer.append($0, to: &bytes) }
  }

  mutating func appendMarker(_ label: String) {
    markers.append(Marker(offset: wordEnd, footnote: nil, label: label))
  }

  /// Marks what was appended since `start` as a link.
  mutating func link(from start: Int, to target: String) {
    var start = start
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    if wordEnd > start { links.append(Link(range: start..<wordEnd, target: target)) }
  }

  mutating func appendBlank() {
    if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
  }

  /// Drops the blank at the end.
  mutating func finish() {
    if bytes.last == 0x20 { bytes.removeLast() }
  }

  /// Appends another text behind a blank.
  mutating func append(_ other: RunningText) {
    if !other.bytes.isEmpty { appendBlank() }
    let shift = bytes.count
    bytes += other.bytes
    markers += other.markers.map { Marker(offset: $0.offset + shift, footnote: $0.footnote, label: $0.label) }
    links += other.links.map {
      Link(range: $0.range.lowerBound + shift..<$0.range.upperBound + shift, target: $0.target)
    }
  }

  /// Takes the first `count` bytes off, markers and links moving along.
  mutating func drop(_ count: Int) {
    bytes.removeFirst(count)
    markers = markers.map {
      Marker(offset: max(0, $0.offset - count), footnote: $0.footnote, label: $0.label)
    }
    links = links.compactMap {
      let start = max(0, $0.range.lowerBound - count)
      let end = $0.range.upperBound - count
      return end > start ? Link(range: start..<end, target: $0.target) : nil
    }
  }
}
