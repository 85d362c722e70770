/// `CONTAINS`, `STRSTARTS` or `STRENDS` of `LCASE(…)` or `UCASE(…)` and a constant: the bytes are compared in place, without making the
/// text in the other case.
final class TextSearchNode: TestNode {
  private enum Place {
    case anywhere, start, end
  }

  private let place: Place
  private let operand: ExpressionNode
  private let isUpper: Bool
  /// ASCII in lower case.
  private let needle: [UInt8]
  private let original: Text

  /// nil where the call has another shape, or the constant is not ASCII in the case that is searched.
  init?(_ name: String, _ arguments: [ExpressionNode], _ context: EvaluationContext) {
    switch name {
    case "CONTAINS": place = .anywhere
    case "STRSTARTS": place = .start
    case "STRENDS": place = .end
    default: return nil
    }
    guard let call = arguments[0] as? UnaryCallNode, call.name == "LCASE" || call.name == "UCASE",
      let constant = arguments[1] as? ConstantNode, case .string(let text) = constant.value.content
    else { return nil }
    let isUpper = call.name == "UCASE"
    let bytes = text.withBytes { Array($0) }
    guard bytes.allSatisfy({ $0 < 0x80 && (isUpper ? $0.uppercased : $0.lowercased) == $0 }) else {
      return nil
    }
    operand = call.argument
    self.isUpper = isUpper
    needle = bytes.map(\.lowercased)
    original = text
    super.init(context.pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    guard let value = try operand.value(batch, row), let argument = StringArgument(value) else { return nil }
    return argument.text.withBytes { text in
      // Upper case may turn one letter into several (ß into SS), lower case only a few letters into ASCII ones.
      if isUpper ? !text.isASCII : ByteSearch.mayFoldToASCII(text) { return slow(argument.text) }
      return needle.withUnsafeBufferPointer { needle in
        switch place {
        case .anywhere: return ByteSearch.offset(of: needle, in: text, ignoringCase: true) != nil
        case .start:
          return text.count >= needle.count && text.slice(0..<needle.count).equalsIgnoringCase(needle)
        case .end:
          return text.count >= needle.count
            && text.slice(text.count - needle.count..<text.count).equalsIgnoringCase(needle)
        }
      }
    }
  }

  private func slow(_ text: Text) -> Bool {
    (isUpper ? text.uppercased : text.lowercased).withBytes { text in
      original.withBytes { needle in
        switch place {
        case .anywhere: text.offset(of: needle) != nil
        case .start: text.starts(with: needle)
        case .end: text.ends(with: needle)
        }
      }
    }
  }
}
