import Testing

@testable import Lineage

/// The length of the longest common subsequence by its definition.
private func commonLength(_ left: ArraySlice<UInt64>, _ right: ArraySlice<UInt64>) -> Int {
  guard let first = left.first, let other = right.first else { return 0 }
  if first == other { return 1 + commonLength(left.dropFirst(), right.dropFirst()) }
  return max(commonLength(left.dropFirst(), right), commonLength(left, right.dropFirst()))
}

private func words(_ count: Int, of vocabulary: UInt64, _ numbers: inout FixedNumbers) -> [UInt64] {
  (0..<count).map { _ in UInt64.random(in: 0..<vocabulary, using: &numbers) }
}

@Suite struct WordingTests {
  @Test("the common words are those of the definition", arguments: 1...60)
  func commonWords(seed: Int) {
    var numbers = FixedNumbers(state: UInt64(seed))
    let left = words(Int.random(in: 0...9, using: &numbers), of: 4, &numbers)
    let right = words(Int.random(in: 0...9, using: &numbers), of: 4, &numbers)
    #expect(CommonWords(left).length(with: right) == commonLength(left[...], right[...]))
  }

  @Test("common words across blocks of sixty-four", arguments: [63, 64, 65, 128, 200])
  func longCommonWords(count: Int) {
    let all = (0..<UInt64(count)).map { $0 }
    #expect(CommonWords(all).length(with: all) == count)
    #expect(CommonWords(all).length(with: all.filter { $0 % 3 != 0 } + [999]) == count - (count + 2) / 3)
    #expect(CommonWords(all).length(with: all.reversed()) == 1)
  }

  @Test("seven words in a row in common give a fingerprint in common", arguments: 1...80)
  func fingerprints(seed: Int) {
    var numbers = FixedNumbers(state: UInt64(seed))
    let run = words(7, of: 1 << 40, &numbers)
    func around() -> Wording {
      let (before, after) = (Int.random(in: 0...30, using: &numbers), Int.random(in: 0...30, using: &numbers))
      return Wording(words(before, of: 1 << 40, &numbers) + run + words(after, of: 1 << 40, &numbers))
    }
    #expect(!Set(around().fingerprints).isDisjoint(with: around().fingerprints))
  }

  @Test("a formula is the same whatever its numbers")
  func formula() {
    func wording(_ text: String) -> Wording { Wording(WordList(text).words) }
    let (one, other) = (wording("resolution 81/4 of 3 May 2031"), wording("resolution 82/17 of 9 May 2032"))
    #expect(one.formula == other.formula)
    #expect(one.whole != other.whole)
    #expect(one.formula != wording("resolution 81/4 of 3 June 2031").formula)
  }
}
