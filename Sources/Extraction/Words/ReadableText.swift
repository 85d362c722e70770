/// A text, and how much may be read from its first byte on: other texts may stand behind it.
struct ReadableText {
  let bytes: UnsafeBufferPointer<UInt8>
  /// As many bytes as the text has, or more.
  let readable: Int
}
