import Lineage
import Testing

@testable import struct Lineage.TitleWords

@Suite struct SeriesTests {
  private let text = """
    A/RES/90/5 2035-12-01 Rivers and lakes, 2035
    A/RES/89/9 2034-12-01 Rivers and lakes, and care for the sea
    A/RES/88/4 2033-12-01 Rivers and lakes, 2033
    A/RES/88/3 2033-12-02 Care for the sea
    A/RES/87/1 2032-12-01 Rivers and lakes
    A/RES/90/5 > A/RES/89/9 A/RES/88/4 A/RES/87/1 A/80/1
    A/RES/89/9 > A/RES/88/4 A/RES/88/3 A/RES/87/1 A/80/2
    A/RES/88/4 > A/RES/87/1 A/80/1
    A/RES/88/3 > A/RES/70/1

    """

  @Test("the series goes from each text to the latest earlier one of a kin title; sister texts stand apart")
  func members() throws {
    let series = try SmallNetwork(text).ancestry(of: "A/RES/90/5").series
    #expect(series.members.map(\.symbol) == ["A/RES/90/5", "A/RES/89/9", "A/RES/88/4", "A/RES/87/1"])
    #expect(series.siblings.map(\.symbol) == ["A/RES/88/3"])
  }

  @Test("each text is compared with its predecessor, which itself counts as no addition")
  func changes() throws {
    let changes = try SmallNetwork(text).ancestry(of: "A/RES/90/5").series.changes
    #expect(changes.map { $0.added.map(\.symbol) } == [["A/80/1"], ["A/80/2", "A/RES/88/3"], ["A/80/1"]])
    #expect(changes.map { $0.dropped.map(\.symbol) } == [["A/80/2", "A/RES/88/3"], ["A/80/1"], []])
    #expect(changes.map(\.kept) == [2, 1, 0])
  }

  @Test("a title is kin to one that begins with it, whatever numbers, case and punctuation")
  func titles() {
    func isKin(_ a: String, _ b: String) -> Bool { TitleWords(a).isKin(of: TitleWords(b)) }
    #expect(isKin("Budget for 2031", "BUDGET: for 2032"))
    #expect(isKin("Rivers and lakes", "Rivers and lakes, and the sea"))
    #expect(!isKin("Rivers and lakes", "Lakes and rivers"))
    #expect(!isKin("Rivers and lakes", "Rivers and streams"))
    #expect(!isKin("2031", "Rivers"))
    // Letters of other scripts are letters, "é" in one character or in two, quotation marks are not.
    #expect(isKin("Océans – \u{201C}2031\u{201D}", "oce\u{301}ans et mers"))
    #expect(isKin("Реки ٢٠٣١", "РЕКИ и озёра"))
    #expect(!isKin("Реки", "Озёра"))
  }

  @Test("where nothing earlier is kin there is no series")
  func alone() throws {
    let series = try SmallNetwork(text).ancestry(of: "A/RES/88/3").series
    #expect(series.members.map(\.symbol) == ["A/RES/88/3"])
    #expect(series.changes.isEmpty)
  }
}
