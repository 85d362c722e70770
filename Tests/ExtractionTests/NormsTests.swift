import Documents
import Ontology
import RDF
import Testing

@testable import Extraction

@Suite("Norms, directives and principles")
struct NormsTests {
  @Test("every row of norms.txt", arguments: PlainTable("norms.txt").rows)
  func norm(row: PlainTable.Row) {
    let text = row.cells[3]
    let reading = ParagraphReading(row.cells[0], text)
    let norm = NormFinder(reading).norm(isWhole: false)
    let modalities = norm?.clauses.map(\.modality.rawValue).joined(separator: "+") ?? "neither"
    #expect(modalities == row.cells[1], "\(row)")
    guard let clause = norm?.clauses.first else { return }
    let addressee = words(clause.addressee, text)
    #expect(addressee.hasSuffix(row.cells[2]), "\(row) — found '\(addressee)'")
    #expect(!addressee.hasPrefix("and "))
    let action = words(clause.action, text)
    #expect(!action.isEmpty && !action.hasPrefix(","))
    if row.cells.count > 4 { #expect(action.hasSuffix(row.cells[4]), "\(row) — found '\(action)'") }
  }

  @Test("every row of directives.txt", arguments: PlainTable("directives.txt").rows)
  func directive(row: PlainTable.Row) {
    let text = row.cells[2]
    let reading = ParagraphReading("O", text, isTranslated: false)
    let directives = directives(reading, text).stated
    guard let directive = directives.first else {
      #expect(row.cells[0] == "-", "\(row)")
      return
    }
    #expect(directive.addressee.map { words($0, text).hasSuffix(row.cells[0]) } ?? false, "\(row)")
    let action = words(directive.action, text)
    #expect(action.hasPrefix(row.cells[1]), "\(row)")
    if row.cells.count > 3 { #expect(action.hasSuffix(row.cells[3]), "\(row) — found '\(action)'") }
  }

  @Test("every row of directive-lists.txt", arguments: PlainTable("directive-lists.txt").rows)
  func listedDirective(row: PlainTable.Row) {
    let (text, item) = (row.cells[0], row.cells[1])
    let head = ParagraphReading("O", text, isTranslated: false)
    let paragraph = Paragraph(kind: .operative, ordinal: 2, fragment: "op1.a", text: item)
    let reading = ParagraphReading(
      paragraph, parent: head, grammar: SampleParagraph.grammar, isTranslated: false)
    guard let listed = directives(head, text).listed,
      let directive = directives(reading, item, below: listed).stated.first
    else {
      #expect(row.cells[2] == "-", "\(row)")
      return
    }
    let addressee = listed.addressee.map { words($0, text) } ?? directive.addressee.map { words($0, item) }
    #expect(addressee?.hasSuffix(row.cells[2]) == true, "\(row) — found '\(addressee ?? "")'")
    let action = words(directive.action, item)
    #expect(action.hasPrefix(row.cells[3]), "\(row) — found '\(action)'")
    if row.cells.count > 4 { #expect(action.hasSuffix(row.cells[4]), "\(row) — found '\(action)'") }
  }

  /// What breaks off anywhere is read as far as it goes: no verb, addressee or clause is taken for granted.
  @Test(
    "every beginning of the rows",
    arguments: [
      ("directives.txt", 2), ("norms.txt", 3), ("directive-lists.txt", 0), ("directive-lists.txt", 1),
    ])
  func beginnings(table: String, cell: Int) {
    let lists = [
      nil, ListedDirective(verb: 0), ListedDirective(verb: 0, addressee: 0..<1),
      ListedDirective(verb: 0, addressee: 0..<1, isBare: true),
    ]
    for row in PlainTable(table).rows {
      let text = Array(row.cells[cell].utf8)
      for length in text.indices where text[length] == 0x20 || text[length] == UInt8(ascii: ",") {
        for kind in ["O", "P"] {
          let begun = String(decoding: text[..<length], as: UTF8.self)
          let reading = ParagraphReading(kind, begun, isTranslated: false)
          for end in ["", ":", " to:"] {
            let text = begun + end
            let reading = ParagraphReading(kind, text, isTranslated: false)
            for above in lists {
              let stated = directives(reading, text, below: above).stated
              #expect(
                stated.allSatisfy {
                  $0.action.upperBound <= text.utf8.count && $0.addressee?.isEmpty != true
                })
            }
          }
          let norm = NormFinder(reading).norm(isWhole: false)
          #expect(norm.map { $0.range.upperBound <= length } ?? true)
        }
      }
    }
  }

  @Test("every row of principles.txt", arguments: PlainTable("principles.txt").rows)
  func principles(row: PlainTable.Row) {
    let field = PrincipleFinder(sentence: ParagraphReading("P", row.cells[1]).sentence)
    let sentence = ParagraphReading("S", row.cells[2]).sentence
    let links = PrincipleFinder(sentence: sentence).links(in: 0..<sentence.count, context: field.contexts())
    let names = links.map { name(SampleParagraph.grammar.ontology.principles[$0.principle]) }
    #expect(names.joined(separator: " ") == row.cells[0].replacing("-", with: ""), "\(row)")
  }

  private func name(_ principle: Principle) -> String {
    String(principle.iri.value.split(separator: "#").last ?? "")
  }

  private func directives(
    _ reading: ParagraphReading, _ text: String, below above: ListedDirective? = nil
  ) -> Directives {
    Array(text.utf8).withUnsafeBufferPointer { DirectiveFinder(reading, $0).directives(below: above) }
  }

  private func words(_ range: Range<Int>, _ text: String) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}
