import FileFixtures
import Archives
import Diagnostics
import Testing

@Suite struct ZipTests {
  private let archive = ZipFixture.packed([
    ("word/document.xml", Array("<w:document/>".utf8)),
    ("../../etc/passwd", Array("text".utf8)),
    ("empty", []),
  ])

  private func entry(_ path: String, of archive: [UInt8], limit: Int = 1 << 20) throws -> [UInt8]? {
    try archive.withUnsafeBufferPointer {
      try ZipArchive($0, name: "a.docx").entry(path, limit: limit)
    }
  }

  private func message(_ path: String, of archive: [UInt8], limit: Int = 1 << 20) -> String? {
    do {
      _ = try entry(path, of: archive, limit: limit)
      return nil
    } catch {
      return (error as? Diagnostic)?.message
    }
  }

  @Test func unpacksEntriesByPath() throws {
    #expect(ZipArchive.isArchive(archive))
    #expect(try entry("word/document.xml", of: archive) == Array("<w:document/>".utf8))
    #expect(try entry("../../etc/passwd", of: archive) == Array("text".utf8))
    #expect(try entry("empty", of: archive) == [])
    #expect(try entry("word/footnotes.xml", of: archive) == nil)
  }

  @Test func namesWhatIsDamaged() {
    #expect(message("empty", of: Array(archive.dropLast(40)))?.hasPrefix("'a.docx' is damaged: ") == true)
    var changed = archive
    let directory = changed.indices.first { changed[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) }
    changed[(directory ?? 0) + 16] ^= 0xFF  // In the first entry's checksum.
    #expect(
      message("word/document.xml", of: changed)
        == "'a.docx' is damaged: crc error in 'word/document.xml' of its zip archive")
  }

  @Test func stopsAtTheLimit() {
    let bomb = ZipFixture.packed([("word/document.xml", [UInt8](repeating: 0x20, count: 8 << 20))])
    #expect(bomb.count < 16 << 10)
    #expect(
      message("word/document.xml", of: bomb)
        == "'a.docx' unpacks to more than 1 MB in 'word/document.xml': not read")
    #expect(message("word/document.xml", of: bomb, limit: 8 << 20) == nil)
  }
}
