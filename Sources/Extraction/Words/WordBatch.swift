/// Words that are looked up together: then memory is asked for several at once, one close behind the other.
final class WordBatch {
  static let capacity = 128

  /// Of each word its key; that of none where its number is known already.
  let keys = UnsafeMutablePointer<PlainKey>.allocate(capacity: capacity)
  /// Which entry of a `WordIndex` each may be.
  let entries = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)

  deinit {
    keys.deallocate()
    entries.deallocate()
  }
}
