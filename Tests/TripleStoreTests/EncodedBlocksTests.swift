import RDF
import Testing

@testable import TripleStore

@Suite struct EncodedBlocksTests {
  /// The rows of all blocks in turn, and how many blocks there are.
  private func decoded(_ blocks: EncodedBlocks) throws -> (rows: [Row], blocks: [[Row]]) {
    var all: [Row] = []
    var parts: [[Row]] = []
    try blocks.forEach { key, bytes in
      var rows: [Row] = []
      let block = try #require(Block(bytes, key: key))
      block.decode(into: &rows)
      #expect(key.count == rows.count)
      parts.append(rows)
      all += rows
    }
    return (all, parts)
  }

  @Test(arguments: [0, 1, 8192, 8193, 30_000]) func blocksHoldTheirRows(_ count: Int) throws {
    var random = SeededGenerator(seed: UInt64(count))
    for shape in 0..<7 {
      let columns = (0..<4).map { CodecTests.column((shape + $0 * 3) % 7, count, &random) }
      let rows = (0..<count).map { Row(columns[0][$0], columns[1][$0], columns[2][$0], columns[3][$0]) }
        .sorted()
      let twice = (rows + rows.prefix(10)).sorted()
      let found = try twice.withUnsafeBufferPointer {
        try decoded(EncodedBlocks($0, keyColumns: 3))
      }
      #expect(found.rows == rows.indices.filter { $0 == 0 || rows[$0] != rows[$0 - 1] }.map { rows[$0] })
      for (before, after) in zip(found.blocks, found.blocks.dropFirst()) {
        #expect(before[before.count - 1].compare(after[0], columns: 3) != 0)
      }
    }
  }

  @Test("a column of one value in a block is written as such, whatever follows in the next")
  func constantColumns() throws {
    let rows = (0..<40_000).map { (number: Int) -> Row in
      Row(UInt64(number) &* 0x9E37_79B9 % 1_000_000, UInt64(number), 7, number < 20_000 ? 1 : 2)
    }
    let sorted = rows.sorted { ($0.d, $0) < ($1.d, $1) }.map { Row($0.d, $0.a, $0.b, $0.c) }
    try sorted.withUnsafeBufferPointer { rows in
      try EncodedBlocks(rows, keyColumns: 4).forEach { key, bytes in
        let block = try #require(Block(bytes, key: key))
        var decoded: [Row] = []
        block.decode(into: &decoded)
        for index in [0, 3] where decoded.allSatisfy({ $0[index] == decoded[0][index] }) {
          #expect(
            bytes[BlockFormat.columnHeads + index * BlockFormat.columnHead]
              == BlockFormat.Mapping.constant.rawValue)
        }
      }
    }
  }

  @Test("slices that several threads write are one index, and one triple's rows stay together")
  func slices() throws {
    let folder = TemporaryFolder()
    let store = try TripleStore.open(folder.path, .create)
    var rows = (0..<3000).map { (number: UInt64) -> Row in
      Row(1 << 60 | number / 7, 1 << 60 | number % 7, 5, 9)
    }
    rows += (0..<250).map { (graph: UInt64) -> Row in Row(1 << 60 | 200, 1 << 60 | 3, 6, graph) }
    rows.sort()
    try store.write { transaction in
      let database = transaction.environment.database(.index(.pso), transaction.transaction)
      let writer = IndexWriter(index: .pso, database: database, slice: 100)
      let effect = try rows.withUnsafeBufferPointer {
        try writer.apply(added: $0, removed: UnsafeBufferPointer(start: nil, count: 0))
      }
      #expect(effect.rows == rows.count && effect.distinct == 3001)
      var found: [Row] = []
      try database.scan(from: nil) { key, bytes in
        if let key = BlockKey(key, columns: StoredIndex.pso.keyColumns), let block = Block(bytes, key: key) {
          block.decode(into: &found)
        }
        return true
      }
      #expect(found == rows)
      try database.removeAll()
    }
  }
}
