import Testing

@testable import TripleStore

@Suite struct RowListTests {
  @Test(arguments: [0, 1, 256, 257, 70_000, 200_000]) func rowsComeBackInTheirOrder(_ count: Int) {
    var list = RowList()
    let rows = (0..<UInt64(count)).map { (number: UInt64) -> Row in Row(number, 1, 2, 3) }
    for row in rows { list.append(row) }
    #expect(list.count == count && list.isEmpty == (count == 0))
    let copy = RowBuffer(count: count)
    copy.withMutableRows { list.copy(to: $0) }
    #expect(copy.withRows { Array($0) } == rows)
  }
}
