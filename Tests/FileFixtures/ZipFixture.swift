import CZlib

/// Packs files as zip does (APPNOTE 6.3, methods 8 and 0), for tests; the product only unpacks.
public enum ZipFixture {
  /// An archive of `entries` in their order, deflated or as they stand.
  public static func packed(_ entries: [(path: String, bytes: [UInt8])], deflated: Bool = true) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (path, bytes) in entries {
      // The raw DEFLATE data stands between gzip's head of 10 bytes and its tail of checksum and size.
      let data = deflated ? GzipFixture.packed(bytes).dropFirst(10).dropLast(8) : bytes[...]
      let sizes = little(crc(bytes), 4) + little(data.count, 4) + little(bytes.count, 4)
      let names = little(path.utf8.count, 2) + little(0, 2)
      let method = little(deflated ? 8 : 0, 2)
      let common = little(20, 2) + little(0x0800, 2) + method + little(0, 4) + sizes + names
      directory += little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2 + 2 + 2 + 4)
      directory += little(archive.count, 4) + path.utf8
      archive += little(0x0403_4B50, 4) + common + path.utf8 + data
    }
    let end = little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
    let sizes = little(directory.count, 4) + little(archive.count, 4) + little(0, 2)
    return archive + directory + little(0x0605_4B50, 4) + end + sizes
  }

  private static func crc(_ bytes: [UInt8]) -> Int { Int(crc32(0, bytes, UInt32(bytes.count))) }

  /// `value` in `count` bytes, the lowest first.
  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }
}
