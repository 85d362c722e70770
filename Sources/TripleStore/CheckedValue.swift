import RDF

/// A stored value that begins with a checksum of 32 bits of the rest.
enum CheckedValue {
  /// The value that keeps `content`.
  static func bytes(_ content: [UInt8]) -> [UInt8] {
    withUnsafeBytes(of: content.withUnsafeBytes { ByteHash.checksum($0) }.littleEndian, Array.init) + content
  }

  /// What a value keeps; nil where the checksum fails.
  static func content(_ value: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard value.count >= 4 else { return nil }
    let content = UnsafeRawBufferPointer(rebasing: value.dropFirst(4))
    return UInt32(littleEndian: value.loadUnaligned(as: UInt32.self)) == ByteHash.checksum(content)
      ? content : nil
  }
}
