import Testing

@testable import QueryEngine

@Suite("Distinct words")
struct DistinctWordsTests {
  private func sorted(_ words: [UInt64]) -> [UInt64] {
    let set = DistinctWords()
    for word in words { set.insert(word) }
    var all: [UInt64] = []
    set.forEach { all.append($0) }
    return all
  }

  @Test(arguments: [1, 3, 1_000, 1 << 20, UInt64.max])
  func `each word comes once, in order`(limit: UInt64) {
    var random = SystemRandomNumberGenerator()
    for count in [0, 1, 2, 100, 4_096, 4_097, 50_000] {
      let words = (0..<count).map { _ in UInt64.random(in: 1...limit, using: &random) }
      #expect(sorted(words) == Set(words).sorted())
    }
  }

  @Test func `words may be added after they were read`() {
    let set = DistinctWords()
    var (seen, rounds) = (Set<UInt64>(), 0)
    for step in 1...20_000 {
      let word = UInt64(step * 7919 % 9001 + 1) << 20
      set.insert(word)
      seen.insert(word)
      guard step % 3_000 == 0 else { continue }
      var all: [UInt64] = []
      set.forEach { all.append($0) }
      #expect(all == seen.sorted())
      rounds += 1
    }
    #expect(rounds == 6)
  }

  @Test func `words that come often take no memory`() {
    let set = DistinctWords()
    for step in 0..<1_000_000 { set.insert(UInt64(step % 100 + 1)) }
    let before = DistinctWords().bytes
    #expect(set.bytes == before)
  }
}
