import FileFixtures
import Archives
import Diagnostics
import Testing

@Suite struct GzipTests {
  private let text = Array("Recalling its resolution 75/240 of 31 December 2020,".utf8)

  private func unpacked(_ bytes: [UInt8], limit: Int = 1 << 20) throws -> [UInt8] {
    try Gzip.unpacked(bytes, name: "a.gz", limit: limit)
  }

  /// The message of the error that unpacking ends with.
  private func message(_ bytes: [UInt8], limit: Int = 1 << 20) -> String? {
    do {
      _ = try unpacked(bytes, limit: limit)
      return nil
    } catch {
      return (error as? Diagnostic)?.message
    }
  }

  @Test func unpacksWhatGzipPacked() throws {
    // printf 'Recalling its resolution 75/240,' | gzip -n
    let packed: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x0B, 0x4A, 0x4D, 0x4E, 0xCC, 0xC9, 0xC9,
      0xCC, 0x4B, 0x57, 0xC8, 0x2C, 0x29, 0x56, 0x28, 0x4A, 0x2D, 0xCE, 0xCF, 0x29, 0x2D, 0xC9, 0xCC, 0xCF,
      0x53, 0x30, 0x37, 0xD5, 0x37, 0x32, 0x31, 0xD0, 0x01, 0x00, 0x56, 0x5D, 0x70, 0x2C, 0x20, 0x00, 0x00,
      0x00,
    ]
    #expect(Gzip.isPacked(packed))
    #expect(try unpacked(packed) == Array("Recalling its resolution 75/240,".utf8))
  }

  @Test func tellsGzipFromText() {
    #expect(Gzip.isPacked(GzipFixture.packed([])))
    #expect(!Gzip.isPacked(text))
    #expect(!Gzip.isPacked([0x1F, 0x8B]))
  }

  @Test func membersAreOneStream() throws {
    let two = GzipFixture.packed(text) + GzipFixture.packed(text)
    #expect(try unpacked(two) == text + text)
    #expect(try unpacked(two + [0, 0, 0]) == text + text)
  }

  @Test func smallPiecesGiveTheSame() throws {
    let packed = GzipFixture.packed(text)
    try packed.withUnsafeBufferPointer { packed in
      var reader = try GzipReader(packed, name: "a.gz", limit: 1 << 20)
      var all: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 7)
      while true {
        let count = try piece.withUnsafeMutableBufferPointer { try reader.read(into: $0) }
        if count == 0 { break }
        all += piece[..<count]
      }
      #expect(all == text)
    }
  }

  @Test(arguments: [4, 12, 30]) func namesWhatIsCutShort(count: Int) {
    let packed = Array(GzipFixture.packed(text).prefix(count))
    #expect(message(packed) == "'a.gz' is cut short: its gzip data has no end")
  }

  @Test func namesWhatIsDamaged() {
    var packed = GzipFixture.packed(text)
    packed[packed.count - 6] ^= 0xFF  // In the checksum.
    #expect(message(packed)?.contains("incorrect data check") == true)
    #expect(message(GzipFixture.packed(text) + text)?.contains("the file does not") == true)
  }

  @Test func stopsAtTheLimit() {
    let bomb = GzipFixture.packed([UInt8](repeating: 0x20, count: 8 << 20))
    #expect(bomb.count < 16 << 10)
    #expect(message(bomb) == "'a.gz' unpacks to more than 1 MB: not read")
    #expect(message(bomb, limit: 8 << 20) == nil)
  }
}
