/// A text in UTF-8 behind which a blank stands, and so many bytes more that it may be read by the block.
struct PaddedText {
  /// How many blanks stand behind the last of several texts: a block for words and a key's worth more.
  static let padding = WordBounds.block + PlainKey.limit

  /// The text without the blanks.
  let bytes: UnsafeBufferPointer<UInt8>

  /// - Precondition: a blank stands behind `bytes`, and all in all `padding` bytes may be read there.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Calls `body` with a copy that has room behind it.
  static func copying<Result>(_ text: UnsafeBufferPointer<UInt8>, _ body: (PaddedText) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + padding) { copy in
      copy.initialize(repeating: 0x20)
      for index in text.indices { copy[index] = text[index] }
      return body(PaddedText(UnsafeBufferPointer(rebasing: copy[..<text.count])))
    }
  }
}
