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
    let end = Int(reading.sentence.words[opening.end - 1].end)
    #expect(String(decoding: Array(row.cells[3].utf8)[..<end], as: UTF8.self) == row.cells[1], "\(row)")
    let verb = SampleParagraph.grammar.forms[form].verb
    #expect(SampleParagraph.grammar.ontology.verbs[verb].label == row.cells[2], "\(row)")
  }
}
