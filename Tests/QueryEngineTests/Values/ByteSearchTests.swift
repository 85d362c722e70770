import Testing

@testable import QueryEngine

@Suite("Search for bytes")
struct ByteSearchTests {
  @Test(arguments: [false, true])
  func `finds the first place, as a naive search does`(_ ignoringCase: Bool) {
    var numbers = DecimalTests.Numbers()
    let letters = Array("abAB@`".utf8)
    for _ in 0..<5_000 {
      let text = (0..<numbers.next(70)).map { _ in letters[numbers.next(letters.count)] }
      let needle = (0..<1 + numbers.next(5)).map { _ in
        let letter = letters[numbers.next(letters.count)]
        return ignoringCase ? letter.lowercased : letter
      }
      let folded = ignoringCase ? text.map(\.lowercased) : text
      let expected = (0..<max(0, text.count - needle.count + 1)).first {
        Array(folded[$0..<$0 + needle.count]) == needle
      }
      let found = text.withUnsafeBufferPointer { text in
        needle.withUnsafeBufferPointer { ByteSearch.offset(of: $0, in: text, ignoringCase: ignoringCase) }
      }
      #expect(found == expected)
    }
  }
}
