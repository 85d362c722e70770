import Testing

@testable import Extraction

/// Every row of every table gives exactly the citations that stand below its texts.
@Suite struct CitationTableTests {
  @Test(arguments: ["letters", "bodies", "ibid", "false-friends", "traps", "languages"])
  func table(_ name: String) throws {
    let table = try CitationTable(name)
    #expect(!table.cases.isEmpty)
    for row in table.cases {
      for (expected, found) in zip(row.expected.map(\.lines), try row.found()) {
        #expect(
          expected.count == found.count && zip(expected, found).allSatisfy { $0.isMet(by: $1) },
          "\(name).txt, \(row): expected \(expected), found \(found)")
      }
    }
  }

  /// An extraction, which has cut the words already, finds the same.
  @Test(arguments: ["letters", "bodies", "ibid", "false-friends", "traps", "languages"])
  func alongWords(_ name: String) throws {
    for row in try CitationTable(name).cases {
      for document in try row.documents() {
        #expect(
          CitationFinder.alongWords(document) == CitationFinder().citations(in: document),
          "\(name).txt, \(row)")
      }
    }
  }
}
