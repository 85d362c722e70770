/// Functions on strings (SPARQL 1.1 §17.4.3).
extension QueryFunction {
  static let strings: [QueryFunction] = [
    QueryFunction(
      "STRLEN", "the number of characters",
      unary: { value, _ in StringArgument(value).map { .integer($0.text.withBytes { $0.scalarCount }) } }),
    QueryFunction(
      "SUBSTR", 2...3, "the part from a position (the first is 1), of a length",
      variadic: { a, _ in substring(a) }),
    QueryFunction(
      "UCASE", "in upper case", .costly,
      unary: { value, _ in StringArgument(value).map { $0.like($0.text.uppercased) } }),
    QueryFunction(
      "LCASE", "in lower case", .costly,
      unary: { value, _ in StringArgument(value).map { $0.like($0.text.lowercased) } }),
    QueryFunction(
      "STRSTARTS", "true where the first string begins with the second", [.test, .costly],
      binary: { first, second, _ in test(first, second) { $0.starts(with: $1) } }),
    QueryFunction(
      "STRENDS", "true where the first string ends with the second", [.test, .costly],
      binary: { first, second, _ in test(first, second) { $0.ends(with: $1) } }),
    QueryFunction(
      "CONTAINS", "true where the second string stands in the first", [.test, .costly],
      binary: { first, second, _ in test(first, second) { $0.offset(of: $1) != nil } }),
    QueryFunction(
      "STRBEFORE", "what stands before the second string in the first", .costly,
      binary: { first, second, _ in
        around(first, second) { text, found, _ in text.slice(0..<found) }
      }),
    QueryFunction(
      "STRAFTER", "what stands behind the second string in the first", .costly,
      binary: { first, second, _ in
        around(first, second) { text, found, length in text.slice(found + length..<text.count) }
      }),
    QueryFunction(
      "ENCODE_FOR_URI", "with all but unreserved characters percent-encoded", .costly,
      unary: { value, _ in StringArgument(value).map { .string($0.text.percentEncoded) } }),
    QueryFunction(
      "CONCAT", 0...Int.max, "the strings joined", .costly, variadic: { try joined($0, $1.pool) }),
    QueryFunction(
      "LANGMATCHES", "true where a language tag is in a range such as \"en\" or \"*\"", .test,
      binary: { tag, range, _ in
        guard case .string(let tag) = tag.content, case .string(let range) = range.content else { return nil }
        return .boolean(tag.withBytes { tag in range.withBytes { LanguageRange.matches(tag, $0) } })
      }),
  ]

  private static func test(
    _ first: Value, _ second: Value,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Value? {
    guard let (first, second) = StringArgument.compatible(first, second) else { return nil }
    return .boolean(first.text.withBytes { text in second.text.withBytes { body(text, $0) } })
  }

  /// `cut` of the text, the place of the second string and its length; a simple empty string where it is not found.
  private static func around(
    _ first: Value, _ second: Value, _ cut: (Text, Int, Int) -> Text
  ) -> Value? {
    guard let (first, second) = StringArgument.compatible(first, second) else { return nil }
    let found = first.text.withBytes { text in second.text.withBytes { text.offset(of: $0) } }
    guard let found else { return .string(Text("")) }
    return first.like(cut(first.text, found, second.text.count))
  }

  /// fn:substring (XPath Functions §5.4.3): positions from 1, both numbers rounded.
  private static func substring(_ arguments: [Value]) -> Value? {
    guard let string = StringArgument(arguments[0]), let start = Numeric(arguments[1])?.double else {
      return nil
    }
    let first = (start + 0.5).rounded(.down)
    var end = Double.infinity
    if arguments.count > 2 {
      guard let length = Numeric(arguments[2])?.double else { return nil }
      end = first + (length + 0.5).rounded(.down)
    }
    let range = string.text.withBytes { bytes -> Range<Int> in
      var low: Int?
      var position = 0.0
      for index in 0..<bytes.count where bytes[index] & 0xC0 != 0x80 {
        position += 1
        if low == nil, position >= first, position < end { low = index }
        if let low, position >= end { return low..<index }
      }
      return (low ?? bytes.count)..<bytes.count
    }
    return string.like(string.text.slice(range))
  }

  private static func joined(_ arguments: [Value], _ pool: TermPool) throws -> Value? {
    var parts: [StringArgument] = []
    for argument in arguments {
      guard let part = StringArgument(argument) else { return nil }
      parts.append(part)
    }
    let count = parts.reduce(0) { $0 + $1.text.count }
    try pool.admit(count)
    let text = Text(capacity: count) { writer in
      for part in parts { writer.append(contentsOf: part.text) }
    }
    guard let first = parts.first, parts.allSatisfy({ $0.language.equalsIgnoringCase(first.language) }) else {
      return .string(text)
    }
    return first.like(text)
  }
}

/// Language ranges of RFC 4647 §3.3.1, basic filtering.
enum LanguageRange {
  static func matches(_ tag: UnsafeBufferPointer<UInt8>, _ range: UnsafeBufferPointer<UInt8>) -> Bool {
    if range.count == 1 && range[0] == UInt8(ascii: "*") { return !tag.isEmpty }
    if tag.count == range.count { return tag.equalsIgnoringCase(range) }
    return tag.count > range.count && !range.isEmpty && tag[range.count] == UInt8(ascii: "-")
      && tag.slice(0..<range.count).equalsIgnoringCase(range)
  }
}
