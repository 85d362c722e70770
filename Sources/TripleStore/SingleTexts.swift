/// The first texts that are asked for of a chunk of IRIs as it is stored; several threads may use it in turn.
struct SingleTexts: @unchecked Sendable {
  /// Texts, the same again counted, after which it pays to write the chunk out: then each is found without a lock.
  static let most = 64

  /// Nil once enough has been asked for.
  private var reader: PrefixedTexts.Reader?
  private var asked = 0
  private var texts: [Int: UnsafeMutableBufferPointer<UInt8>] = [:]

  /// - Parameter chunk: of the form `prefixed`, in the map.
  init(_ chunk: TermChunk) { reader = PrefixedTexts.Reader(chunk) }

  /// The text of an entry, valid until `deallocate`; nil where enough has been asked for.
  mutating func text(_ slot: Int) -> UnsafeBufferPointer<UInt8>? {
    if asked == SingleTexts.most { reader = nil }
    asked += 1
    guard reader != nil else { return nil }
    if let known = texts[slot] { return UnsafeBufferPointer(known) }
    guard let text = reader?.copy(slot) else { return nil }
    texts[slot] = text
    return UnsafeBufferPointer(text)
  }

  func deallocate() { for text in texts.values { text.deallocate() } }
}
