/// The tokens of a text, as they stand in a `TokenMemory`.
struct Tokens: RandomAccessCollection {
  let first: UnsafeMutablePointer<Token>
  let endIndex: Int

  var startIndex: Int { 0 }

  @inline(__always)
  subscript(index: Int) -> Token {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: endIndex), "no such token")
    return first[index]
  }
}
