/// The bytes of a short text as it is put together, without a string for every piece.
struct TextBytes {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  fileprivate init(_ bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

  fileprivate var text: String { String(decoding: bytes[..<count], as: UTF8.self) }

  mutating func write(_ text: String) {
    for byte in text.utf8 { write(byte) }
  }

  mutating func write(_ number: Int) { write(String(number)) }

  private mutating func write(_ byte: UInt8) {
    precondition(count < bytes.count, "a longer text than was said")
    bytes.initializeElement(at: count, to: byte)
    count += 1
  }
}

extension String {
  /// The text that `body` writes, which has at most `capacity` bytes.
  init(capacity: Int, writing body: (inout TextBytes) -> Void) {
    self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { bytes in
      var writer = TextBytes(bytes)
      body(&writer)
      return writer.text
    }
  }
}
