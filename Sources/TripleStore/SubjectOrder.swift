import RDF

/// The IRIs among the subjects of a scan in the order of their bytes, in runs, so that a store of any size needs the same memory.
///
/// A run is the least subjects that are above the run before: the scan's subjects are gone through once for each run.
///
/// - Complexity: O(triples × runs), twice a run being held: 8 MB for 262,144 subjects.
final class SubjectOrder {
  private struct Entry {
    var key: UInt64
    let id: TermID
  }

  private let scan: IndexScan
  private let terms: TermWindow
  private var pages: MappedPages
  private let run: Int
  private var entries: [Entry] = []
  /// The last subject of the run before; empty before the first.
  private var bound: [UInt8] = []
  private var isAtEnd = false

  /// - Parameters:
  ///   - scan: in the order `spo`.
  ///   - run: subjects in a run, at most.
  init(_ scan: IndexScan, _ terms: TermWindow, _ pages: MappedPages, run: Int) {
    self.scan = scan
    self.terms = terms
    self.pages = pages
    self.run = run
  }

  /// The subjects of the next run; empty at the end.
  func next() -> [TermID] {
    if isAtEnd { return [] }
    entries.removeAll(keepingCapacity: true)
    // Whatever is at or above it belongs to a later run.
    var ceiling: [UInt8]?
    var isCut = false
    forEachIRI { subject in
      if !bound.isEmpty || ceiling != nil {
        let order = terms.withIRI(subject) { text in
          (bound.isEmpty || precedes(bound, text), ceiling.map { precedes(text, $0) } ?? true)
        }
        if !order.0 { return }
        if !order.1 {
          isCut = true
          return
        }
      }
      entries.append(Entry(key: 0, id: subject))
      if entries.count == 2 * run {
        cut()
        isCut = true
        ceiling = entries.last.map { terms.withIRI($0.id, Array.init) }
      }
    }
    cut(&isCut)
    if let last = entries.last { bound = terms.withIRI(last.id, Array.init) }
    isAtEnd = !isCut
    return entries.map(\.id)
  }

  private func cut(_ isCut: inout Bool) {
    if entries.count > run { isCut = true }
    cut()
  }

  /// Sorts what was gathered and keeps the least.
  private func cut() {
    sort()
    if entries.count > run { entries.removeLast(entries.count - run) }
  }

  private func precedes(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    left.lexicographicallyPrecedes(right)
  }

  private func forEachIRI(_ body: (TermID) -> Void) {
    scan.reset()
    var latest = TermID.none
    withUnsafeTemporaryAllocation(of: TermID.self, capacity: 1024) { subjects in
      while case let count = scan.next(subjects.baseAddress, nil, nil, graph: nil, capacity: 1024), count > 0
      {
        pages.didRead(rows: count)
        for subject in subjects[..<count] where subject != latest {
          if subject.kind != .iri { return }
          body(subject)
          latest = subject
        }
      }
    }
  }

  /// Sorts by eight bytes at a time: first those at the beginning, then those behind them where these are alike.
  private func sort() {
    entries.withUnsafeMutableBufferPointer { entries in
      var pending: [(range: Range<Int>, depth: Int)] = [(0..<entries.count, 0)]
      while let (range, depth) = pending.popLast() {
        var longest = 0
        for index in range {
          terms.withIRI(entries[index].id) { text in
            longest = max(longest, text.count)
            entries[index].key = word(of: text, at: depth)
          }
        }
        entries[range].sort { $0.key < $1.key }
        if longest <= depth + 8 { continue }
        var from = range.lowerBound
        for index in range where index + 1 == range.upperBound || entries[index + 1].key != entries[from].key
        {
          if index > from { pending.append((from..<index + 1, depth + 8)) }
          from = index + 1
        }
      }
    }
  }

  /// Eight bytes at `depth` as a number in their order, zeros behind the end.
  private func word(of text: UnsafeBufferPointer<UInt8>, at depth: Int) -> UInt64 {
    guard let start = text.baseAddress, depth < text.count else { return 0 }
    if depth + 8 <= text.count {
      return UInt64(bigEndian: UnsafeRawPointer(start).loadUnaligned(fromByteOffset: depth, as: UInt64.self))
    }
    var word: UInt64 = 0
    for index in depth..<depth + 8 { word = word << 8 | (index < text.count ? UInt64(text[index]) : 0) }
    return word
  }
}
