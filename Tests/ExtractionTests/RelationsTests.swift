import Documents
import Ontology
import Testing

@testable import Extraction

@Suite("Relations by the governing verb and its object")
struct RelationsTests {
  @Test("every row of governing.txt", arguments: Sentences.all)
  func governing(sample: Sentences) {
    let grammar = SampleParagraph.grammar
    var readings: [ParagraphReading] = []
    for paragraph in sample.document.paragraphs {
      let parent = paragraph.parent.map { readings[$0] }
      readings.append(ParagraphReading(paragraph, parent: parent, grammar: grammar))
    }
    let placed = RelationFinder(grammar: grammar).relations(
      of: sample.citations, in: sample.document, readings: readings)
    for (number, row) in sample.rows.enumerated() {
      // A footnote stands where its marker does; the table lists relations in the order of the text.
      let own = placed.filter { $0.paragraph == number }.sorted {
        sample.offset(of: $0) < sample.offset(of: $1)
      }
      let relations = own.map { grammar.ontology.relations[$0.decision.relation].name }.joined(separator: " ")
      let rules = own.map(\.decision.rule.rawValue).joined(separator: " ")
      #expect(relations == (row.cells[1] == "-" ? "" : row.cells[1]), "by \(rules)")
    }
  }

  /// What breaks off anywhere is read as far as it goes, a marker behind it too: no noun is taken for granted.
  @Test("every beginning of the rows")
  func beginnings() {
    for row in PlainTable("governing.txt").rows {
      let text = row.cells[2].filter { !"[]{}".contains($0) }
      for index in text.indices where text[index] == " " || text[index] == "," {
        let sample = Sentences(
          PlainTable.Row(line: row.line, cells: [row.cells[0], "", text[..<index] + "{A/75/1}"]))
        let readings = sample.document.paragraphs.map {
          ParagraphReading($0, parent: nil, grammar: SampleParagraph.grammar)
        }
        let placed = RelationFinder(grammar: SampleParagraph.grammar).relations(
          of: sample.citations, in: sample.document, readings: readings)
        #expect(placed.count == 1)
      }
    }
  }

  /// A row of the table, or several where sub-paragraphs follow their parent.
  struct Sentences: Sendable, CustomStringConvertible {
    var rows: [PlainTable.Row] = []
    var document = Document()
    var citations: [Citation] = []

    var description: String { rows.first.map { "line \($0.line)" } ?? "" }

    init() {}

    init(_ row: PlainTable.Row) { add(row) }

    mutating func add(_ row: PlainTable.Row) {
      let sample = SampleParagraph(
        row.cells[0], row.cells[2], number: document.paragraphs.count, notes: document.footnotes.count)
      var paragraph = sample.paragraph
      if row.cells[0] == "S" { paragraph.parent = 0 }
      rows.append(row)
      document.paragraphs.append(paragraph)
      document.footnotes += sample.footnotes
      citations += sample.citations
    }

    func offset(of placed: PlacedCitation) -> Int {
      let citation = citations[placed.citation]
      guard case .footnote(let note) = citation.place, let paragraph = placed.paragraph else {
        return citation.range.lowerBound
      }
      return document.paragraphs[paragraph].markers.first { $0.footnote == note }?.offset ?? 0
    }

    static let all: [Sentences] = {
      var all: [Sentences] = []
      for row in PlainTable("governing.txt").rows {
        if row.cells[0] != "S" { all.append(Sentences()) }
        all[all.count - 1].add(row)
      }
      return all
    }()
  }

  @Test("the table has rows enough for every rule")
  func size() {
    #expect(PlainTable("governing.txt").rows.count >= 150)
  }
}
