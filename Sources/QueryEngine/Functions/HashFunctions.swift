/// Hash functions (SPARQL 1.1 §17.4.6): lower-case hexadecimal digits of the hash of a string's UTF-8 bytes.
extension QueryFunction {
  static let hashes: [QueryFunction] = [
    hash("MD5", "the MD5 checksum") { MD5.hash($0) },
    hash("SHA1", "the SHA-1 checksum") { SHA1.hash($0) },
    hash("SHA256", "the SHA-256 checksum") { SHA2.hash256($0) },
    hash("SHA384", "the SHA-384 checksum") { SHA2.hash384($0) },
    hash("SHA512", "the SHA-512 checksum") { SHA2.hash512($0) },
  ]

  private static func hash(
    _ name: String, _ summary: String, _ body: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> [UInt8]
  ) -> QueryFunction {
    QueryFunction(
      name, summary, .costly,
      unary: { value, _ in
        guard case .string(let text) = value.content else { return nil }
        let digits = text.withBytes(body).flatMap { [$0 >> 4, $0 & 15] }
        return .string(String(decoding: digits.map { $0 < 10 ? $0 + 48 : $0 + 87 }, as: UTF8.self))
      })
  }
}

/// The padding that MD5, SHA-1 and SHA-2 share: a one bit, zeros, and the length in bits at the end of the last block.
enum HashPadding {
  /// The message padded to whole blocks of `block` bytes, whose last `lengthBytes` are the length.
  static func padded(
    _ message: UnsafeBufferPointer<UInt8>, block: Int, lengthBytes: Int, bigEndian: Bool
  ) -> [UInt8] {
    var bytes = Array(message)
    bytes.append(0x80)
    while bytes.count % block != block - lengthBytes { bytes.append(0) }
    let bits = UInt64(message.count) &* 8
    for index in 0..<lengthBytes {
      let place = bigEndian ? lengthBytes - 1 - index : index
      bytes.append(place < 8 ? UInt8(truncatingIfNeeded: bits >> UInt64(place * 8)) : 0)
    }
    return bytes
  }
}
