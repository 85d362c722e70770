import RDF
import Testing

@testable import Lineage

@Suite struct TimelineTests {
  /// A network of `count` texts, each of which cites some of the earlier ones, and now and then something without a date.
  private func ancestry(_ count: Int, seed: UInt64) throws -> Ancestry {
    var numbers = FixedNumbers(state: seed)
    let symbols = (0..<count).map { "A/RES/\(50 + $0 % 40)/\($0)" }
    var lines: [String] = []
    for (index, symbol) in symbols.enumerated() {
      lines.append("\(symbol) \(1995 + index % 40)-12-01 Text \(index)")
      let cited = (0..<index).filter { _ in Int.random(in: 0..<100, using: &numbers) < 15 }
      lines.append(
        "\(symbol) > \((cited.map { symbols[$0] } + ["A/HRC/RES/\(index % 7)/1/Corr.\(index)"]).joined(separator: " "))"
      )
    }
    return try SmallNetwork(lines.joined(separator: "\n")).ancestry(of: symbols[count - 1])
  }

  @Test(
    "no two boxes overlap, each stands in the picture, in its year's column and its generation's row",
    arguments: 1...5)
  func boxes(seed: Int) throws {
    let ancestry = try ancestry(60, seed: UInt64(seed))
    let layout = TimelineLayout(of: ancestry)
    #expect(layout.nodes.count == ancestry.ancestors.count && layout.left == 0)
    for (index, one) in layout.nodes.enumerated() {
      let relative = ancestry.ancestors[one.relative]
      #expect(layout.columns.contains { $0.year == relative.document.year && $0.x == one.x })
      let row = try #require(layout.rows.first { $0.generation == relative.generation })
      #expect(one.top > row.top && one.bottom < row.top + row.height)
      #expect(one.x - one.label.width / 2 > 0 && one.x + one.label.width / 2 < layout.width)
      for other in layout.nodes[..<index] {
        let isApart =
          abs(one.x - other.x) >= (one.label.width + other.label.width) / 2 || one.top >= other.bottom
          || one.bottom <= other.top
        #expect(isApart, "\(one.label.lines) and \(other.label.lines)")
      }
    }
    let years = layout.columns.map { $0.year ?? Int.min }
    #expect(years == years.sorted())
  }

  @Test("of too many documents the picture has the weightiest, and says how many it leaves to the table")
  func limit() throws {
    let ancestry = try ancestry(60, seed: 1)
    let layout = TimelineLayout(of: ancestry, limit: 20)
    #expect(layout.nodes.count == 20 && layout.left == ancestry.ancestors.count - 20)
    let shown = Set(layout.nodes.map { ancestry.ancestors[$0.relative].document })
    #expect(ancestry.mainPath.allSatisfy { shown.contains($0[0]) })
  }

  @Test(
    "long names are broken, and cut where they stay too long",
    arguments: [
      ("A/RES/73/27", ["73/27"]), ("A/65/201", ["A/65/201"]),
      ("A/AC.292/2023/INF/5", ["A/AC.292/", "2023/INF/5"]),
      ("S/RES/1373(2001)", ["S/RES/", "1373(2001)"]),
    ])
  func labels(symbol: String, lines: [String]) {
    #expect(TimelineLabel(of: DocumentCard(IRI(Stemma.documents + symbol))).lines == lines)
  }

  @Test("the year of what has no date is what its symbol tells")
  func years() {
    let years = [
      "A/RES/53/70", "S/RES/1373(2001)", "A/RES/3281(XXIX)", "A/AC.292/2022/INF/4", "A/HRC/RES/20/8",
    ]
    .map { DocumentCard(IRI(Stemma.documents + $0)).year }
    #expect(years == [1998, 2001, 1974, 2022, nil])
  }
}
