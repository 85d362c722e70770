@preconcurrency import Glibc

/// The part of the memory map that holds an index and the dictionary, and what a long pass leaves of it in memory.
///
/// Pages of the map that were read count as the process's own until the system wants them back, and a page that is read brings
/// its neighbours: a pass over the whole store gives them back whenever they have become many.
struct MappedPages: Sendable {
  /// Mapped bytes that a pass may add to those of the process.
  private static let budget = 32 << 20
  /// Rows read between two times that the pages are counted: many while few pages come in.
  private static let intervals = 8...64

  private var lowest = UInt.max
  private var highest: UInt = 0
  /// Mapped bytes of the process at which pages are given back.
  private var ceiling = 0
  /// Mapped bytes when they were counted last.
  private var latest = 0
  private var interval = 64
  private var rowsLeft = 64

  /// The pages that a pass over `indexes` and the dictionary reads.
  ///
  /// - Complexity: O(blocks + chunks); their contents are not touched.
  init(_ snapshot: Snapshot, _ indexes: [StoredIndex]) throws {
    for index in indexes {
      try include(.index(index), snapshot)
    }
    try include(.text, snapshot)
    // To find out where they are has brought in some.
    release()
    latest = MappedPages.mappedBytes()
    ceiling = latest + MappedPages.budget
    // A small store may stay in memory: there is nothing to count.
    if highest &- lowest < MappedPages.budget { rowsLeft = .max }
  }

  private mutating func include(_ name: Database.Name, _ snapshot: Snapshot) throws {
    try snapshot.environment.database(name, snapshot.transaction).forEach { _, value in
      guard let address = value.baseAddress else { return }
      lowest = min(lowest, UInt(bitPattern: address))
      highest = max(highest, UInt(bitPattern: address))
    }
  }

  /// Counts rows as read, and gives the pages back where they have become many.
  @inline(__always)
  mutating func didRead(rows: Int) {
    rowsLeft -= rows
    if rowsLeft <= 0 { look() }
  }

  @inline(never)
  private mutating func look() {
    let mapped = MappedPages.mappedBytes()
    // How many bytes come in with a row depends on how the system holds the file: up to 64 KB for each page that is read.
    if mapped - latest > MappedPages.budget / 16 {
      interval = max(interval / 2, MappedPages.intervals.lowerBound)
    } else if mapped - latest < MappedPages.budget / 64 {
      interval = min(interval * 2, MappedPages.intervals.upperBound)
    }
    rowsLeft = interval
    latest = mapped
    if mapped > ceiling {
      release()
      latest = ceiling - MappedPages.budget
    }
  }

  /// Gives the pages back. They stay in the page cache and come back when they are read: pointers stay valid.
  private func release() {
    let page = UInt(getpagesize())
    let start = lowest / page * page
    guard lowest < highest else { return }
    // Advice: what the system makes of it changes no answer.
    _ = madvise(UnsafeMutableRawPointer(bitPattern: start), Int(highest / page * page - start), MADV_DONTNEED)
  }

  /// Says what of the process is in memory, anew each time it is read; -1 where the system has no such file.
  private static let sizes = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)

  /// Bytes of files that are mapped into the process and in memory; 0 where the system does not say.
  private static func mappedBytes() -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { text in
      let count = max(0, pread(sizes, text.baseAddress, text.count, 0))
      // In pages: all of the address space, what is in memory, what of that is shared with a file, …
      let fields = text.prefix(count).split(separator: UInt8(ascii: " "))
      guard fields.count > 2 else { return 0 }
      return fields[2].reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) } * Int(getpagesize())
    }
  }
}
