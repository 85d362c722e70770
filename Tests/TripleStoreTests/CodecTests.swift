import Testing

@testable import TripleStore

@Suite struct CodecTests {
  @Test(arguments: 1...64) func packedBitsUnpack(_ width: Int) {
    var random = SeededGenerator(seed: UInt64(width))
    let values = (0..<128).map { _ in
      UInt64.random(in: 0...(UInt64.max >> UInt64(64 - width)), using: &random)
    }
    var bytes = [UInt8](repeating: 0, count: 128 * 8 + 16)
    var unpacked = [UInt64](repeating: 0, count: 128)
    bytes.withUnsafeMutableBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      BitPacking.pack(values, count: 128, width: width, into: start)
      BitPacking.unpack(UnsafeRawPointer(start), width: width, base: 5, count: 128, into: &unpacked)
      for index in 0..<128 {
        #expect(BitPacking.value(UnsafeRawPointer(start), index, width: width) == values[index])
      }
      #expect(unpacked == values.map { $0 &+ 5 })
      BitPacking.sum(UnsafeRawPointer(start), width: width, start: 3, count: 128, into: &unpacked)
      var sum: UInt64 = 3
      for index in 0..<128 {
        sum &+= values[index]
        #expect(unpacked[index] == sum)
      }
    }
  }

  /// Columns of every shape that ids take.
  static func column(_ shape: Int, _ count: Int, _ random: inout SeededGenerator) -> [UInt64] {
    switch shape {
    case 0: return [UInt64](repeating: 1 << 60 | 77, count: count)
    case 1: return (0..<count).map { _ in UInt64.random(in: 0...UInt64.max, using: &random) }
    case 2:
      return (0..<count).map { _ in [3, 1 << 60, 6 << 60 | 1 << 59][Int.random(in: 0..<3, using: &random)] }
    case 3:
      return (0..<count).map { _ in
        UInt64(Int.random(in: 1...9, using: &random)) << 60 + UInt64.random(in: 0..<500, using: &random)
      }
    case 4:
      return (0..<count).map { _ in
        1 << 60 + UInt64(Int.random(in: 0..<3, using: &random)) * 1_000_000
          + .random(in: 0..<900, using: &random)
      }
    case 5: return (0..<count).map { 2 << 60 + UInt64($0) }
    default: return (0..<count).map { _ in .random(in: 0..<(1 << 40), using: &random) }
    }
  }

  @Test(arguments: [1, 2, 127, 128, 129, 1000, 5000]) func rowsSurviveABlock(_ count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    var encoder = BlockEncoder()
    for first in 0..<7 {
      let columns = (0..<4).map { Self.column((first + $0 * 3) % 7, count, &random) }
      var rows = (0..<count).map { Row(columns[0][$0], columns[1][$0], columns[2][$0], columns[3][$0]) }
      rows.sort()
      rows.withUnsafeBufferPointer { buffer in
        encoder.encode(buffer, keyColumns: 3) { key, bytes in
          let block = Block(bytes, key: key)
          #expect(block != nil)
          guard let block else { return }
          var decoded: [Row] = []
          block.decode(into: &decoded)
          #expect(decoded == rows)
          #expect(key.first == Row(rows[0].a, rows[0].b, rows[0].c))
          #expect(key.count == count)
          #expect(key.distinct == Set(rows.map { [$0.a, $0.b, $0.c] }).count)
          #expect(key.changes0 == Set(rows.map(\.a)).count - 1)
          #expect(key.changes1 == Set(rows.map { [$0.a, $0.b] }).count - 1)
          #expect(key.last == (rows[count - 1].a, rows[count - 1].b))
          for group in 0..<block.groupCount {
            for column in 0..<4 {
              #expect(block.column(column).first(ofGroup: group) == rows[group * 128][column])
            }
          }
        }
      }
    }
  }

  /// A block of 300 rows, and its key as it is stored.
  private func block() -> (key: [UInt8], bytes: [UInt8]) {
    let rows = (0..<300).map { Row(UInt64($0), 5, UInt64($0 * 7 % 50)) }
    var encoder = BlockEncoder()
    return rows.withUnsafeBufferPointer { buffer in
      encoder.encode(buffer, keyColumns: 3) { key, bytes in (key.withBytes { Array($0) }, Array(bytes)) }
    }
  }

  private func isSound(_ key: [UInt8], _ bytes: [UInt8], columns: Int = 3) -> Bool {
    key.withUnsafeBytes { key in
      bytes.withUnsafeBytes { bytes in
        BlockKey(key, columns: columns).map { Block(bytes, key: $0) != nil } ?? false
      }
    }
  }

  @Test func aChangedByteIsSeen() {
    var (key, bytes) = block()
    #expect(isSound(key, bytes))
    for index in stride(from: 4, to: bytes.count, by: 13) {
      bytes[index] ^= 0x40
      #expect(!isSound(key, bytes))
      bytes[index] ^= 0x40
    }
    for index in key.indices {
      key[index] ^= 0x40
      #expect(!isSound(key, bytes))
      key[index] ^= 0x40
    }
    #expect(!isSound(key, bytes, columns: 2))
    #expect(isSound(key, bytes))
  }

  @Test func aBlockIsSoundUnderItsOwnKeyOnly() {
    var encoder = BlockEncoder()
    let blocks = [UInt64(0), 1].map { start in
      [Row(7, 5, 9 + start), Row(7, 6, 1)].withUnsafeBufferPointer { rows in
        encoder.encode(rows, keyColumns: 3) { key, bytes in
          (key: key.withBytes { Array($0) }, bytes: Array(bytes))
        }
      }
    }
    for (one, other) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
      #expect(isSound(blocks[one].key, blocks[other].bytes) == (one == other))
    }
  }

  @Test(arguments: [1, 2, 900]) func aKeySurvivesItsBytes(_ count: Int) throws {
    let rows = (0..<UInt64(count)).map { (number: UInt64) -> Row in Row(number / 100, number / 10, number, 3)
    }
    for columns in 2...4 {
      let key = rows.withUnsafeBufferPointer { BlockKey(of: $0, columns: columns) }
      let stored = key.withBytes { Array($0) }
      let read = try #require(stored.withUnsafeBytes { BlockKey($0, columns: columns) })
      #expect(read.first == key.first && read.last == key.last)
      #expect(read.count == count && read.distinct == key.distinct)
      #expect(read.changes0 == key.changes0 && read.changes1 == key.changes1)
      #expect(read.checksum == key.checksum)
    }
  }

  @Test(arguments: [0, 1, 100, 5000, 20000]) func radixSortsAsComparisonDoes(_ count: Int) {
    var random = SeededGenerator(seed: 9)
    for shape in 0..<7 {
      let columns = (0..<4).map { Self.column((shape + $0) % 7, count, &random) }
      let rows = (0..<count).map { Row(columns[0][$0], columns[1][$0], columns[2][$0], columns[3][$0]) }
      var sorted = rows
      RowSort.sort(&sorted)
      #expect(sorted == rows.sorted())
    }
  }

  @Test(arguments: [0, 3, 2047, 2048, 20000]) func quadsAreInTheOrderOfEachIndex(_ count: Int) {
    var random = SeededGenerator(seed: 4)
    for shape in 0..<7 {
      var columns = (0..<4).map { Self.column((shape + $0 * 2) % 7, count, &random) }
      // Of some shapes all, of some a third, of some none stand in no named graph.
      for place in stride(from: 0, to: count, by: max(1, shape % 3 * 3)) where shape % 3 < 2 {
        columns[3][place] = 0
      }
      let quads = (0..<count).map { Row(columns[0][$0], columns[1][$0], columns[2][$0], columns[3][$0]) }
      var list = RowList()
      for quad in quads { list.append(quad) }
      var sort = QuadSort(list)
      for index in QuadSort.sequence {
        let expected = quads.filter { index != .gspo || $0.d != 0 }.map(index.row).sorted()
        #expect(sort.rows(index).withRows { Array($0) } == expected)
      }
    }
  }
}
