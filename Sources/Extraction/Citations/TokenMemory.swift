/// Memory for the tokens of one text after the other.
final class TokenMemory {
  private var first = UnsafeMutablePointer<Token>.allocate(capacity: 256)
  private var capacity = 256
  private var count = 0

  deinit { first.deallocate() }

  /// Those of the text; they stand where they are until another is added.
  var tokens: Tokens { Tokens(first: first, endIndex: count) }

  @inline(__always)
  func append(_ token: Token) {
    if count == capacity { grow() }
    (first + count).initialize(to: token)
    count += 1
  }

  func removeAll() { count = 0 }

  private func grow() {
    let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: first, count: count)
    first.deallocate()
    first = larger
    capacity *= 2
  }
}
