/// A query as it is typed, line by line.
///
/// It ends with a `;` that is the last thing on a line outside all braces, or with an empty line after a complete query.
struct Statement {
  private var lines: [String] = []
  private var scanner = StatementScanner()

  var isEmpty: Bool { lines.isEmpty }

  /// Takes the next line and gives the query's text where this line completes it.
  mutating func append(_ line: String) -> String? {
    let bytes = Array(line.utf8)
    let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    if isBlank {
      if isEmpty { return nil }
      if isComplete { return finish() }
    }
    if isEmpty, bytes.first(where: { $0 != 0x20 && $0 != 0x09 }) == UInt8(ascii: "#") { return nil }
    if let end = scanner.read(bytes) {
      lines.append(String(decoding: bytes[..<end], as: UTF8.self))
      return finish()
    }
    lines.append(line)
    return nil
  }

  /// What was typed so far; the statement is empty afterwards.
  mutating func finish() -> String {
    defer { clear() }
    return lines.joined(separator: "\n")
  }

  mutating func clear() { self = Statement() }

  private var isComplete: Bool {
    guard scanner.isClosed else { return false }
    let text = lines.joined(separator: "\n")
    return scanner.isBroken || scanner.hasBlock || QueryText.isBarePattern(text) || QueryText.parses(text)
  }
}
