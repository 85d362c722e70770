@preconcurrency import Glibc

/// The part of the memory map that holds an index and the dictionary.
///
/// Pages of the map that were read count as the process's own until the system wants them back; a pass over the whole store
/// gives them back as it goes.
final class MappedPages {
  /// Rows read between two times that pages are given back: with their texts about 25 MB.
  private static let rows = 1 << 18

  private var lowest = UInt.max
  private var highest: UInt = 0
  private var rowsLeft = MappedPages.rows

  /// - Complexity: O(blocks + chunks); their contents are not touched.
  init(_ snapshot: Snapshot, _ indexes: [StoredIndex]) throws {
    for index in indexes {
      let directory = snapshot.directory(index)
      for block in 0..<directory.count { include(UInt(bitPattern: directory.blocks[block])) }
    }
    try snapshot.environment.database(.text, snapshot.transaction).forEach { _, value in
      include(UInt(bitPattern: value.baseAddress))
    }
    release()
  }

  private func include(_ address: UInt) {
    lowest = min(lowest, address)
    highest = max(highest, address)
  }

  /// Counts rows as read, and gives the pages back now and then.
  @inline(__always)
  func didRead(rows: Int) {
    rowsLeft -= rows
    if rowsLeft <= 0 { release() }
  }

  /// Gives the pages back. They stay in the page cache and come back when they are read: pointers stay valid.
  private func release() {
    rowsLeft = MappedPages.rows
    let page = UInt(getpagesize())
    let start = lowest / page * page
    guard lowest < highest else { return }
    // Advice: what the system makes of it changes no answer.
    _ = madvise(UnsafeMutableRawPointer(bitPattern: start), Int(highest / page * page - start), MADV_DONTNEED)
  }
}
