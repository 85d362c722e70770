import Glibc
import TripleStore

/// A set of 64-bit words other than 0 that is filled first and read last: a list that is sorted, and rid of what it holds twice,
/// whenever it is full.
///
/// Adding a word touches the end of the list and one entry of a small table, where a hash table of the same words would miss
/// every cache. The table remembers words that came lately, so that those coming often do not fill the list.
///
/// - Complexity: O(words) by radix sort; 16 to 128 bytes for each distinct word, 64 KiB at least.
final class DistinctWords {
  private static let recentBits: UInt64 = 9

  private var words: UnsafeMutablePointer<UInt64>
  private var spare: UnsafeMutablePointer<UInt64>
  private var capacity = 1 << 12
  private var count = 0
  /// Words at the front that are in order and distinct.
  private var sorted = 0
  private let recent: UnsafeMutablePointer<UInt64>

  init() {
    words = LargeMemory.words(capacity)
    spare = LargeMemory.words(capacity)
    recent = .allocate(capacity: 1 << DistinctWords.recentBits)
    recent.initialize(repeating: 0, count: 1 << DistinctWords.recentBits)
  }

  deinit {
    free(words)
    free(spare)
    recent.deallocate()
  }

  var bytes: Int { capacity * 16 }

  @inline(__always)
  func insert(_ word: UInt64) {
    let entry = recent + Int((word &* 0x9E37_79B9_7F4A_7C15) &>> (64 - DistinctWords.recentBits))
    if entry.pointee == word { return }
    entry.pointee = word
    if count == capacity { makeRoom() }
    words[count] = word
    count &+= 1
  }

  /// Hands out each word once, in order.
  func forEach(_ body: (UInt64) -> Void) {
    sort()
    for index in 0..<count { body(words[index]) }
  }

  /// Sorts, and where that leaves more than half makes room for four times as many, so that each word is sorted a time and a
  /// third.
  private func makeRoom() {
    sort()
    guard count * 2 > capacity else { return }
    capacity *= 4
    free(spare)
    spare = LargeMemory.words(capacity)
    spare.update(from: words, count: count)
    free(words)
    words = spare
    spare = LargeMemory.words(capacity)
  }

  private func sort() {
    guard sorted < count else { return }
    distribute()
    let words = words
    var kept = 1
    for index in 1..<max(1, count) where words[kept - 1] != words[index] {
      words[kept] = words[index]
      kept += 1
    }
    count = kept
    sorted = kept
  }

  /// Sorts by the bits that differ at all, the lowest first.
  private func distribute() {
    var (union, common) = (UInt64(0), UInt64.max)
    for index in 0..<count {
      union |= words[index]
      common &= words[index]
    }
    for shift in RadixSort.digits(union: union, common: common) {
      RadixSort.distribute(UnsafeBufferPointer(start: words, count: count), into: spare, by: shift) {
        $0.pointee
      }
      swap(&words, &spare)
    }
  }
}
