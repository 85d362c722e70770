/// A string literal as an argument (SPARQL 1.1 §17.4.3.1.1): its text and, where it has one, its language tag.
struct StringArgument {
  let text: Text
  /// Empty for a simple literal.
  let language: UnsafeBufferPointer<UInt8>

  /// nil where the value is no string literal.
  init?(_ value: Value) {
    switch value.content {
    case .string(let text): self.init(text, language: UnsafeBufferPointer(start: nil, count: 0))
    case .languageString(let text, let language): self.init(text, language: language)
    default: return nil
    }
  }

  private init(_ text: Text, language: UnsafeBufferPointer<UInt8>) {
    self.text = text
    self.language = language
  }

  /// Another text of the same kind: with the same language tag, or simple.
  func like(_ text: Text) -> Value {
    Value(language.isEmpty ? .string(text) : .languageString(text, language: language))
  }

  /// Both, where the second may be sought in the first (§17.4.3.1.2): it is simple, or in the same language.
  static func compatible(_ first: Value, _ second: Value) -> (StringArgument, StringArgument)? {
    guard let first = StringArgument(first), let second = StringArgument(second),
      second.language.isEmpty || second.language.equalsIgnoringCase(first.language)
    else { return nil }
    return (first, second)
  }
}
