import Diagnostics

/// Files packed by gzip (RFC 1952), unpacked within a limit.
///
///     let text = Gzip.isPacked(bytes) ? try Gzip.unpacked(bytes, name: path, limit: 32 << 20) : bytes
public enum Gzip {
  /// Whether `bytes` begin as a gzip member does: its magic number and the one method there is.
  public static func isPacked(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B, 0x08])
  }

  /// The whole of what is packed in `bytes`, however many members it has.
  ///
  /// - Parameter name: what messages call the file.
  /// - Throws: a `Diagnostic` where the data is damaged, cut short, or unpacks to more than `limit` bytes.
  public static func unpacked(_ bytes: [UInt8], name: String, limit: Int) throws -> [UInt8] {
    try bytes.withUnsafeBufferPointer { packed in
      var reader = try GzipReader(packed, name: name, limit: limit)
      var unpacked: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try piece.withUnsafeMutableBufferPointer { try reader.read(into: $0) }
        if count == 0 { return unpacked }
        unpacked += piece[..<count]
      }
    }
  }
}
