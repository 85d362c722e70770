/// `CONTAINS`, `STRSTARTS` or `STRENDS` with a constant, also of `LCASE(…)` and `UCASE(…)`: the bytes are compared in place, without
/// making the text in the other case.
final class TextSearchNode: TestNode {
  private enum Place {
    case anywhere, start, end
  }

  private enum Case {
    case asWritten, lower, upper
  }

  private let place: Place
  private let letters: Case
  private let source: TextSource
  /// In lower case where letters of either case match.
  private let needle: [UInt8]
  private let original: Text

  /// nil where the call has another shape, or case is to be mapped and the constant is not ASCII in that case.
  init?(_ name: String, _ arguments: [ExpressionNode], _ pool: TermPool) {
    switch name {
    case "CONTAINS": place = .anywhere
    case "STRSTARTS": place = .start
    case "STRENDS": place = .end
    default: return nil
    }
    guard let constant = arguments[1] as? ConstantNode, case .string(let text) = constant.value.content else {
      return nil
    }
    let bytes = text.withBytes { Array($0) }
    original = text
    let call = arguments[0] as? UnaryCallNode
    switch call?.name {
    case "LCASE"?:
      guard bytes.allSatisfy({ $0 < 0x80 && $0.lowercased == $0 }) else { return nil }
      letters = .lower
    case "UCASE"?:
      guard bytes.allSatisfy({ $0 < 0x80 && $0.uppercased == $0 }) else { return nil }
      letters = .upper
    default: letters = .asWritten
    }
    needle = letters == .asWritten ? bytes : bytes.map(\.lowercased)
    source = TextSource(letters == .asWritten ? arguments[0] : call?.argument ?? arguments[0])
    super.init(pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    try source.test(batch, row) { text in
      if letters == .asWritten { return original.withBytes { found($0, text) } }
      // Mapping the case of one letter leaves all others in place, so what is found in the text as it is, is found.
      if needle.withUnsafeBufferPointer({ foundIgnoringCase($0, text) }) { return true }
      // Lower case turns only a few letters into ASCII ones, upper case may turn one letter into several (ß into SS).
      switch letters {
      case .lower: return ByteSearch.mayFoldToASCII(text) && mapped(Text(borrowing: text).lowercased)
      default: return !text.isASCII && mapped(Text(borrowing: text).uppercased)
      }
    }
  }

  private func foundIgnoringCase(
    _ needle: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch place {
    case .anywhere: ByteSearch.offset(of: needle, in: text, ignoringCase: true) != nil
    case .start: text.count >= needle.count && text.slice(0..<needle.count).equalsIgnoringCase(needle)
    case .end:
      text.count >= needle.count
        && text.slice(text.count - needle.count..<text.count).equalsIgnoringCase(needle)
    }
  }

  private func mapped(_ text: Text) -> Bool {
    text.withBytes { text in original.withBytes { found($0, text) } }
  }

  private func found(_ needle: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch place {
    case .anywhere: text.offset(of: needle) != nil
    case .start: text.starts(with: needle)
    case .end: text.ends(with: needle)
    }
  }
}
