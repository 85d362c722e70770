import TripleStore

/// A place in one column of sorted rows, among the rows that share the values of the columns before.
struct TrieCursor {
  private let column: UnsafeMutablePointer<TermID>
  private let count: Int
  /// The cursor in the column before.
  private let parent: UnsafeMutablePointer<TrieCursor>?
  private let isLast: Bool
  var place = 0
  private var runEnd = 0
  private var limit = 0

  init(
    column: UnsafeMutablePointer<TermID>, count: Int, parent: UnsafeMutablePointer<TrieCursor>?, isLast: Bool
  ) {
    self.column = column
    self.count = count
    self.parent = parent
    self.isLast = isLast
  }

  @inline(__always)
  var isAtEnd: Bool { place == limit }

  @inline(__always)
  var value: TermID { column[place] }

  /// Goes to the first row below the present value of the column before.
  @inline(__always)
  mutating func open() {
    place = parent?.pointee.place ?? 0
    limit = parent?.pointee.runEnd ?? count
  }

  /// Finds where the rows with the present value end.
  @inline(__always)
  mutating func closeRun() { runEnd = isLast ? place &+ 1 : firstRow { $0 > value } }

  /// Goes to the value behind the present one.
  @inline(__always)
  mutating func pass() { place = runEnd }

  /// Goes forward to the first value at or above `id`.
  @inline(__always)
  mutating func seek(_ id: TermID) { place = firstRow { $0 >= id } }

  /// The first row from here on whose value is far enough: a gallop, then a binary search.
  @inline(__always)
  private func firstRow(_ isFar: (TermID) -> Bool) -> Int {
    if place == limit || isFar(column[place]) { return place }
    var low = place
    var step = 1
    while low &+ step < limit, !isFar(column[low &+ step]) {
      low &+= step
      step &*= 2
    }
    var high = min(limit, low &+ step)
    low &+= 1
    while low < high {
      let middle = (low &+ high) / 2
      if isFar(column[middle]) { high = middle } else { low = middle &+ 1 }
    }
    return low
  }
}
