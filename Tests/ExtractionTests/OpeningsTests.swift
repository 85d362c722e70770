import Documents
import Ontology
import Testing

@testable import Extraction

@Suite("Opening phrases")
struct OpeningsTests {
  @Test("every row of openings.txt", arguments: PlainTable("openings.txt").rows)
  func opening(row: PlainTable.Row) {
    let reading = ParagraphReading(row.cells[0], row.cells[3])
    guard let opening = reading.opening, let form = opening.form else {
      #expect(row.cells[1] == "-", "\(row)")
      return
    }
    let words = reading.sentence.printedEnd(of: opening, by: nil)
    let end = Int(reading.sentence.words[words - 1].end)
    #expect(String(decoding: Array(row.cells[3].utf8)[..<end], as: UTF8.self) == row.cells[1], "\(row)")
    let verb = SampleParagraph.grammar.forms[form].verb
    #expect(SampleParagraph.grammar.ontology.verbs[verb].label == row.cells[2], "\(row)")
  }

  @Test("the Security Council prints the verb apart from a possessive")
  func possessiveOfTheCouncil() throws {
    let reading = ParagraphReading("O", "Reiterates its call upon States to meet;")
    let opening = try #require(reading.opening)
    #expect(reading.sentence.printedEnd(of: opening, by: .securityCouncil) == 1)
    #expect(reading.sentence.printedEnd(of: opening, by: .generalAssembly) == 4)
  }
}
