import Testing

@testable import Lineage

@Suite struct HashNumbersTests {
  @Test("hashes are numbered as they come, alike or not, also past the capacity", arguments: [1, 8, 100])
  func numbers(capacity: Int) {
    var numbers = HashNumbers(minimumCapacity: capacity)
    // Some differ in their highest bits only, some in their lowest.
    let hashes = (0..<500 as Range<UInt64>).map { $0 % 2 == 0 ? $0 : $0 << 55 }
    var expected: [UInt64: Int] = [:]
    for hash in hashes {
      let number = expected[hash] ?? expected.count
      expected[hash] = number
      #expect(numbers.add(hash) == number)
    }
    #expect(numbers.count == expected.count)
    #expect(hashes.allSatisfy { numbers.number(of: $0) == expected[$0] })
    #expect(numbers.number(of: 501) == nil && !numbers.contains(1 << 60 | 1))
  }
}

@Suite struct EntrySetTests {
  @Test("the last entry in two sets is that of their lists", arguments: [1, 63, 64, 65, 300])
  func last(count: Int) {
    var random = FixedNumbers(state: UInt64(count))
    let lists = (0..<2).map { _ in (0..<count).filter { _ in Bool.random(using: &random) } }
    let sets = lists.map { list in
      list.reduce(into: EntrySet(of: count)) { $0.insert($1) }
    }
    for limit in 0...count {
      let expected = lists[0].last { $0 < limit && lists[1].contains($0) }
      #expect(sets[0].last(in: sets[1], before: limit) == expected)
      #expect(
        sets[0].last(in: EntrySet(of: count, isFull: true), before: limit) == lists[0].last { $0 < limit })
    }
  }
}
