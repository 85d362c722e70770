import RDF

/// The rows of one index that begin with a prefix, in the index's order, handed over as columns of ids.
///
///     let scan = snapshot.scan(.pso, prefix: [recalls])
///     while case let count = scan.next(nil, subjects, objects, graph: nil, capacity: 1024), count > 0 { … }
public final class IndexScan {
  let cursor: BlockCursor
  let filter: GraphFilter
  /// Columns of the stored index before the order's column 0: 1 where the graph leads.
  let shift: Int
  /// The leading columns, the graph's included where it leads.
  private var prefix: Row
  private var prefixCount: Int
  private var position: BlockCursor.Position
  private var end: BlockCursor.Position
  /// The latest row delivered, where equal triples must be left out.
  private var latest = Row(0)
  private var hasLatest = false
  let isUnion: Bool

  init(_ cursor: BlockCursor, prefix: [TermID], filter: GraphFilter, leadingGraph: TermID? = nil) {
    self.cursor = cursor
    self.filter = filter
    shift = leadingGraph == nil ? 0 : 1
    isUnion = filter.mergesGraphs
    self.prefix = Row((leadingGraph.map { [$0] } ?? []) + prefix)
    prefixCount = prefix.count + shift
    position = cursor.directory.end
    end = cursor.directory.end
    rewind()
  }

  private func rewind() {
    (position, end) = cursor.range(of: prefix, columns: prefixCount)
    hasLatest = false
  }

  @inline(__always)
  private func set(_ index: Int, _ id: TermID) {
    switch index + shift {
    case 0: prefix.a = id.rawValue
    case 1: prefix.b = id.rawValue
    case 2: prefix.c = id.rawValue
    default: prefix.d = id.rawValue
    }
  }

  /// Starts again with all rows.
  public func reset() {
    prefixCount = shift
    rewind()
  }

  /// Starts again with the rows that begin with `first`.
  public func reset(_ first: TermID) {
    set(0, first)
    prefixCount = shift + 1
    rewind()
  }

  /// Starts again with the rows that begin with these two ids.
  public func reset(_ first: TermID, _ second: TermID) {
    set(0, first)
    set(1, second)
    prefixCount = shift + 2
    rewind()
  }

  /// Starts again with the rows of one triple.
  public func reset(_ first: TermID, _ second: TermID, _ third: TermID) {
    set(0, first)
    set(1, second)
    set(2, third)
    prefixCount = shift + 3
    rewind()
  }

  /// Starts again with the rows that begin with `prefix`, 0…3 ids.
  public func reset(prefix ids: [TermID]) {
    for (index, id) in ids.enumerated() { set(index, id) }
    prefixCount = shift + ids.count
    rewind()
  }

  /// Moves forward to the first row whose first free column is at or above `id`; never back.
  ///
  /// - Complexity: O(log blocks).
  public func seek(_ id: TermID) {
    var target = prefix
    target.set(prefixCount, id.rawValue)
    move(to: target, columns: prefixCount + 1)
  }

  /// Moves forward to the first row whose first two free columns are at or above the given ones; never back.
  public func seek(_ first: TermID, _ second: TermID) {
    var target = prefix
    target.set(prefixCount, first.rawValue)
    target.set(prefixCount + 1, second.rawValue)
    move(to: target, columns: prefixCount + 2)
  }

  private func move(to target: Row, columns: Int) {
    let found = cursor.position(of: target, columns: min(columns, shift + 3), after: false)
    if position < found {
      position = min(found, end)
      hasLatest = false
    }
  }

  /// Rows that the scan has left before graphs are selected or merged: an upper bound of what `next` will give.
  public var remainingRows: Int {
    position < end ? cursor.rows(before: end) - cursor.rows(before: position) : 0
  }

  /// Writes up to `capacity` rows' ids to the columns that are not nil and gives the number of rows; 0 at the end.
  ///
  /// The columns are those of the order; `graph` gets the row's graph (`.none` for the unnamed one, and in a scan that
  /// merges graphs).
  public func next(
    _ column0: UnsafeMutablePointer<TermID>?, _ column1: UnsafeMutablePointer<TermID>?,
    _ column2: UnsafeMutablePointer<TermID>?, graph: UnsafeMutablePointer<TermID>?, capacity: Int
  ) -> Int {
    var filled = 0
    while filled < capacity, position < end {
      cursor.enter(position.block)
      var takesAll = filter.passesAll
      if !takesAll, let graph = cursor.constant(3) {
        takesAll = filter.passes(graph)
        if !takesAll {
          position = BlockCursor.Position(block: position.block + 1, row: 0)
          continue
        }
      }
      let group = position.row / BlockFormat.group
      let from = position.row % BlockFormat.group
      let rows = cursor.rows(inGroup: group)
      let limit = position.block == end.block ? min(rows, end.row - group * BlockFormat.group) : rows
      var until = limit
      if takesAll, !(isUnion && cursor.hasDuplicates) {
        until = min(limit, from + capacity - filled)
        let count = until - from
        copy(0, column0, filled, group, from, count, rows)
        copy(1, column1, filled, group, from, count, rows)
        copy(2, column2, filled, group, from, count, rows)
        copyGraph(graph, filled, group, from, count, rows)
        filled += count
      } else {
        until = from
        filled += select(
          (column0, column1, column2, graph), filled, group, &until, limit, capacity - filled)
      }
      position.row = group * BlockFormat.group + until
      if position.row == cursor.rowCount {
        position = BlockCursor.Position(block: position.block + 1, row: 0)
      }
    }
    return filled
  }

  /// Copies `count` rows of one column; a whole group is decoded straight to its place.
  @inline(__always)
  private func copy(
    _ index: Int, _ output: UnsafeMutablePointer<TermID>?, _ filled: Int, _ group: Int, _ from: Int,
    _ count: Int, _ rows: Int
  ) {
    guard let output else { return }
    let place = UnsafeMutableRawPointer(output + filled).assumingMemoryBound(to: UInt64.self)
    let column = index + shift
    if column < prefixCount {
      place.update(repeating: prefix[column], count: count)
    } else if count == rows {
      cursor.decode(column, group: group, into: place)
    } else {
      cursor.copy(column, group: group, from: from, count: count, into: place)
    }
  }

  @inline(__always)
  private func copyGraph(
    _ output: UnsafeMutablePointer<TermID>?, _ filled: Int, _ group: Int, _ from: Int, _ count: Int,
    _ rows: Int
  ) {
    guard let output else { return }
    let place = UnsafeMutableRawPointer(output + filled).assumingMemoryBound(to: UInt64.self)
    if isUnion {
      place.update(repeating: 0, count: count)
    } else if shift == 1 {
      place.update(repeating: prefix.a, count: count)
    } else {
      cursor.copy(3, group: group, from: from, count: count, into: place)
    }
  }

  /// Row by row: leaves out graphs that are not selected and, where graphs are merged, triples already delivered.
  private func select(
    _ output: (
      UnsafeMutablePointer<TermID>?, UnsafeMutablePointer<TermID>?, UnsafeMutablePointer<TermID>?,
      UnsafeMutablePointer<TermID>?
    ), _ filled: Int, _ group: Int, _ row: inout Int, _ limit: Int, _ capacity: Int
  ) -> Int {
    let merges = isUnion && cursor.hasDuplicates
    let graphs = cursor.column(3, group: group, rows: row..<limit)
    let first = cursor.column(0, group: group, rows: row..<limit)
    let second = cursor.column(1, group: group, rows: row..<limit)
    let third = cursor.column(2, group: group, rows: row..<limit)
    var count = 0
    while row < limit, count < capacity {
      let index = row
      row += 1
      if !filter.passes(graphs[index]) { continue }
      let here = Row(first[index], second[index], third[index])
      if merges {
        if hasLatest, here.sameTriple(latest) { continue }
        latest = here
        hasLatest = true
      }
      output.0?[filled + count] = TermID(rawValue: here.a)
      output.1?[filled + count] = TermID(rawValue: here.b)
      output.2?[filled + count] = TermID(rawValue: here.c)
      output.3?[filled + count] = TermID(rawValue: isUnion ? 0 : graphs[index])
      count += 1
    }
    return count
  }
}

extension Row {
  @inline(__always)
  mutating func set(_ column: Int, _ value: UInt64) {
    switch column {
    case 0: a = value
    case 1: b = value
    case 2: c = value
    default: d = value
    }
  }
}
