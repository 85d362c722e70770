/// Languages or datatypes, each stored once and known by a number.
struct TermTags {
  enum Kind: UInt8 {
    /// Compared without regard to ASCII case, kept as first written.
    case language = 0x6C
    case datatype = 0x64
  }

  let kind: Kind
  private(set) var texts: [[UInt8]] = []
  /// The tags that were there when reading began, in the map.
  private(set) var places: [UnsafeBufferPointer<UInt8>] = []
  private var numbers: [[UInt8]: UInt32] = [:]
  /// The latest answer, as neighbours mostly bear the same tag.
  private var latest: UInt32 = 0

  /// Those that are stored, which are `count`.
  init(_ kind: Kind, _ database: Database.Reader, count: Int) throws {
    self.kind = kind
    var start = [kind.rawValue]
    try start.withUnsafeMutableBytes { start in
      try database.scan(from: start) { key, value in
        guard key.first == kind.rawValue else { return false }
        guard let text = CheckedValue.content(value) else {
          throw StoreError.damaged("a language or datatype fails its checksum")
        }
        append(Array(text))
        places.append(text.bindMemory(to: UInt8.self))
        return true
      }
    }
    if texts.count != count { throw StoreError.damaged("a language or datatype is missing") }
  }

  private mutating func append(_ text: [UInt8]) {
    numbers[folded(text)] = UInt32(texts.count)
    texts.append(text)
  }

  private func folded(_ text: [UInt8]) -> [UInt8] {
    if kind == .datatype { return text }
    return text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  /// The number of `text`, nil where the store has no such tag.
  mutating func number(_ text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    if Int(latest) < texts.count, texts[Int(latest)].elementsEqual(text) { return latest }
    guard let found = numbers[folded(Array(text))] else { return nil }
    latest = found
    return found
  }

  /// The number of `text`, which is stored if it is new.
  mutating func intern(_ text: UnsafeBufferPointer<UInt8>, _ database: Database.Reader) throws -> UInt32 {
    if let found = number(text) { return found }
    let number = UInt32(texts.count)
    append(Array(text))
    var key = [kind.rawValue] + withUnsafeBytes(of: number.bigEndian, Array.init)
    try CheckedValue.bytes(Array(text)).withUnsafeBytes { value in
      try key.withUnsafeMutableBytes { try database.put($0, value) }
    }
    return number
  }
}
