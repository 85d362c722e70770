import Testing

@testable import Shell

private struct StatementCase: CustomTestStringConvertible {
  let title: String
  let typed: [String]
  let expected: String

  var testDescription: String { title }

  /// The blocks of a case file: a title in a comment, typed lines, dashes, the query.
  static func read(_ text: String) -> [StatementCase] {
    text.split(separator: "====\n").map { block in
      let parts = block.split(separator: "----\n", maxSplits: 1, omittingEmptySubsequences: false)
      var typed = parts[0].split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      let comments = typed.prefix { $0.hasPrefix("#") }
      typed = typed.dropFirst(comments.count)
      return StatementCase(
        title: String(comments.last ?? ""), typed: typed.map { String($0) },
        expected: String(parts[1].hasSuffix("\n") ? parts[1].dropLast() : parts[1]))
    }
  }
}

@Suite struct StatementTests {
  @Test("typed lines make queries", arguments: try StatementCase.read(fixture("Cases/statements.txt")))
  fileprivate func cases(_ item: StatementCase) {
    var statement = Statement()
    var queries = item.typed.compactMap { statement.append($0) }
    if !statement.isEmpty { queries.append(statement.finish()) }
    #expect(queries == [item.expected])
  }
}
