import RDF
import Testing

@testable import TripleStore

@Suite struct InlineValueTests {
  private func read(_ lexical: String, _ type: IRI) -> TermID? {
    Term.literal(Literal(lexical, datatype: type)).withBytes {
      TermID(canonical: $0.lexical, datatype: $0.datatype)
    }
  }

  static let carried: [(String, IRI)] = [
    ("0", XSD.integer), ("7", XSD.integer), ("-7", XSD.integer), ("288230376151711743", XSD.integer),
    ("true", XSD.boolean), ("false", XSD.boolean), ("1970-01-01", XSD.date), ("2018-12-20", XSD.date),
    ("2000-02-29", XSD.date), ("-0044-03-15", XSD.date), ("0000-01-01", XSD.date), ("12345-06-07", XSD.date),
    ("1945-10-24T00:00:00", XSD.dateTime), ("1969-12-31T23:59:59Z", XSD.dateTime),
    ("2024-02-29T12:34:56Z", XSD.dateTime), ("-0001-12-31T01:02:03", XSD.dateTime),
  ]

  @Test(arguments: carried) func canonicalFormsComeBack(_ lexical: String, _ type: IRI) throws {
    let id = try #require(read(lexical, type))
    #expect(id.isInline)
    #expect(id.withInlineLexical { String(decoding: $0, as: UTF8.self) } == lexical)
    #expect(String(decoding: id.inlineDatatype, as: UTF8.self) == type.value)
  }

  static let notCarried: [(String, IRI)] = [
    ("", XSD.integer), ("-", XSD.integer), ("-0", XSD.integer), ("+1", XSD.integer), ("01", XSD.integer),
    ("1.0", XSD.integer), ("1e3", XSD.integer), ("99999999999999999999", XSD.integer),
    ("576460752303423488", XSD.integer), ("7", XSD.decimal), ("1", XSD.boolean), ("TRUE", XSD.boolean),
    ("2018-13-01", XSD.date), ("2018-02-29", XSD.date), ("2018-1-01", XSD.date), ("2018-01-01Z", XSD.date),
    ("02018-01-01", XSD.date), ("-0000-01-01", XSD.date), ("2018-01-00", XSD.date), ("2018-01-01 ", XSD.date),
    ("2018-01-01", XSD.dateTime), ("2018-01-01T24:00:00", XSD.dateTime),
    ("2018-01-01T00:00:00.5", XSD.dateTime),
    ("2018-01-01T00:00:60", XSD.dateTime), ("2018-01-01T00:00:00+01:00", XSD.dateTime),
    ("2018-01-01t00:00:00", XSD.dateTime),
  ]

  @Test(arguments: notCarried) func otherFormsAreLeftToTheDictionary(_ lexical: String, _ type: IRI) {
    #expect(read(lexical, type) == nil)
  }

  @Test func everyDayOfTenCenturiesComesBack() {
    var previous = CivilDate(year: 1400, month: 1, day: 1).days - 1
    for year in 1400..<2400 {
      for month in 1...12 {
        for day in 1...CivilDate.length(ofMonth: month, year: year) {
          let date = CivilDate(year: year, month: month, day: day)
          #expect(date.days == previous + 1)
          if CivilDate(days: date.days) != date { Issue.record("\(year)-\(month)-\(day)") }
          previous = date.days
        }
      }
    }
    #expect(CivilDate(year: 1970, month: 1, day: 1).days == 0)
    #expect(CivilDate(year: 2018, month: 12, day: 20).days == 17885)
  }

  @Test func idsAreInTheOrderOfValues() throws {
    let dates = try ["-0044-03-15", "1945-10-24", "2018-12-20", "12345-06-07"].map {
      try #require(read($0, XSD.date))
    }
    #expect(dates == dates.sorted())
    let numbers = try ["-100", "-7", "0", "3", "20"].map { try #require(read($0, XSD.integer)) }
    #expect(numbers == numbers.sorted())
  }
}
