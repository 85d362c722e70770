/// The first texts that are asked for of a chunk of IRIs as it is stored; several threads may use it in turn.
struct SingleTexts: @unchecked Sendable {
  /// Texts after which to write the chunk out takes less than to read them alone.
  static let most = 128

  private var reader: PrefixedTexts.Reader
  private var texts: [Int: UnsafeMutableBufferPointer<UInt8>] = [:]

  /// - Parameter chunk: of the form `prefixed`, in the map.
  init(_ chunk: TermChunk) { reader = PrefixedTexts.Reader(chunk) }

  /// The text of an entry, valid until `deallocate`; nil where enough has been read alone.
  mutating func text(_ slot: Int) -> UnsafeBufferPointer<UInt8>? {
    if let known = texts[slot] { return UnsafeBufferPointer(known) }
    if texts.count == SingleTexts.most { return nil }
    let text = reader.copy(slot)
    texts[slot] = text
    return UnsafeBufferPointer(text)
  }

  func deallocate() { for text in texts.values { text.deallocate() } }
}
