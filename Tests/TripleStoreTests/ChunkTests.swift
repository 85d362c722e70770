import Testing

@testable import TripleStore

@Suite struct ChunkTests {
  static let cases: [[String]] = [
    [], [""], ["", "", "a"],
    ["https://undocs.org/A/RES/73/27#op1", "https://undocs.org/A/RES/73/27#op2", "urn:x"],
    (0..<2048).map { "https://example.org/\($0 / 100)/\($0 % 7)#\($0)" }, ["é/決", "/", "#", "//", "a/#/"],
    (0..<300).map { String(repeating: "long/", count: $0) },
  ]

  private func builder(_ texts: [String], _ tag: (Int) -> UInt32) -> TermChunkBuilder {
    var builder = TermChunkBuilder()
    for (index, text) in texts.enumerated() {
      Array(text.utf8).withUnsafeBufferPointer { builder.append($0, tag: tag(index)) }
    }
    return builder
  }

  private func texts(_ chunk: TermChunk) -> [String] {
    (0..<chunk.count).map { String(decoding: chunk.text($0), as: UTF8.self) }
  }

  @Test(arguments: cases) func plainChunksHoldTheirTexts(_ expected: [String]) throws {
    for tag in [{ (_: Int) in UInt32(7) }, { UInt32($0 % 3) }] {
      try builder(expected, tag).plain().withUnsafeBytes { bytes in
        #expect(TermChunk.isSound(bytes))
        let chunk = TermChunk(start: try #require(bytes.baseAddress))
        #expect(texts(chunk) == expected)
        for index in expected.indices { #expect(chunk.tag(index) == tag(index)) }
      }
    }
  }

  @Test(arguments: cases) func prefixedChunksExpandToTheirTexts(_ expected: [String]) throws {
    try builder(expected) { _ in 0 }.prefixed().withUnsafeBytes { bytes in
      #expect(TermChunk.isSound(bytes))
      let chunk = TermChunk(start: try #require(bytes.baseAddress))
      let plain = UnsafeMutableRawPointer.allocate(byteCount: PrefixedTexts.expandedSize(chunk), alignment: 8)
      defer { plain.deallocate() }
      PrefixedTexts.expand(chunk, to: plain)
      #expect(texts(TermChunk(start: UnsafeRawPointer(plain))) == expected)
    }
  }

  @Test(arguments: cases) func aFewTextsAreReadAlone(_ expected: [String]) throws {
    let most = SingleTexts.most
    var random = SeededGenerator(seed: 1)
    try builder(expected) { _ in 0 }.prefixed().withUnsafeBytes { bytes in
      for order in [
        Array(expected.indices), expected.indices.reversed(), expected.indices.shuffled(using: &random),
      ] {
        var singles = SingleTexts(TermChunk(start: try #require(bytes.baseAddress)))
        defer { singles.deallocate() }
        let slots = stride(from: 0, to: order.count, by: max(1, order.count / most * 2)).map { order[$0] }
          .prefix(most / 2)
        for slot in slots + slots {
          let text = singles.text(slot)
          #expect(text.map { String(decoding: $0, as: UTF8.self) } == expected[slot])
        }
        if slots.count * 2 == most {
          let text = singles.text(slots[0])
          #expect(text?.count == nil)
        }
      }
    }
  }
}
