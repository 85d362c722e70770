import RDF

/// The IRIs among the subjects of a scan in the order of their bytes, in runs, so that few are held at a time.
///
/// Up to `run` subjects are one run. Of more each is first put into one of up to 255 buckets (`SubjectBuckets`), which are the runs.
///
/// - Complexity: O(triples + subjects × log); 16 bytes for each subject of a run, and one for each IRI of the store where there
///   are several runs.
final class SubjectOrder {
  private struct Entry {
    var key: UInt64
    let id: TermID
  }

  private let scan: IndexScan
  private let terms: TermWindow
  private let run: Int
  private var entries: [Entry] = []
  private var buckets: SubjectBuckets?
  private var isBegun = false

  /// - Parameters:
  ///   - scan: in the order `spo`.
  ///   - run: subjects in a run, more or less.
  init(_ scan: IndexScan, _ terms: TermWindow, run: Int) {
    self.scan = scan
    self.terms = terms
    self.run = run
  }

  /// The subjects of the next run; empty at the end.
  func next() -> [TermID] {
    entries.removeAll(keepingCapacity: true)
    if !isBegun {
      isBegun = true
      var made: SubjectBuckets?
      forEachIRI { subject in
        if made == nil, entries.count < run { return entries.append(Entry(key: 0, id: subject)) }
        if made == nil {
          made = SubjectBuckets(terms)
          for entry in entries { made?.insert(entry.id) }
        }
        made?.insert(subject)
      }
      if made == nil {
        sort()
        return entries.map(\.id)
      }
      made?.divide(run: run)
      buckets = made
    }
    repeat {
      entries.removeAll(keepingCapacity: true)
      guard buckets?.next({ entries.append(Entry(key: 0, id: $0)) }) == true else { return [] }
    } while entries.isEmpty
    sort()
    return entries.map(\.id)
  }

  private func forEachIRI(_ body: (TermID) -> Void) {
    scan.reset()
    var latest = TermID.none
    withUnsafeTemporaryAllocation(of: TermID.self, capacity: 1024) { subjects in
      while case let count = scan.next(subjects.baseAddress, nil, nil, graph: nil, capacity: 1024), count > 0
      {
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
