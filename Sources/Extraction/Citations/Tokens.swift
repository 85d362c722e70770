/// The tokens of a text, as they stand in the memory of a `TokenizedText`.
struct Tokens: RandomAccessCollection {
  private let tokens: UnsafeBufferPointer<Token>

  init(_ tokens: UnsafeBufferPointer<Token>) { self.tokens = tokens }

  var startIndex: Int { 0 }
  var endIndex: Int { tokens.count }

  @inline(__always)
  subscript(index: Int) -> Token {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: tokens.count), "no such token")
    return tokens[index]
  }
}
