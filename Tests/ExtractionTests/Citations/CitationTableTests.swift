import Extraction
import Testing

/// Every document of every table gives exactly the citations that stand below its texts.
@Suite struct CitationTableTests {
  @Test(arguments: ["letters", "bodies", "ibid", "false-friends", "traps"])
  func table(_ name: String) throws {
    let table = try CitationTable(name)
    #expect(!table.cases.isEmpty)
    for one in table.cases {
      let found = CitationFinder().citations(in: one.document)
      for (place, expected) in one.expected {
        let lines = CitationTable.lines(found, at: place)
        #expect(
          CitationTable.agree(expected, lines),
          "\(name).txt, \(one), \(place): expected \(expected), found \(lines)")
      }
    }
  }
}
