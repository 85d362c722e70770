import Workers
import TripleStore

extension LocalGraph {
  /// Subjects of a part.
  private static let subjects = 1024

  /// Every statement of the store, all graphs merged, in the order of `statements`, for several threads.
  public func parts(options: QueryOptions) throws -> StatementParts? {
    let snapshots = try snapshots(Processors.count + 1)
    let context = context(snapshots[0], options, isUnion: true)
    let scan = StatementScan(snapshots[0])
    let readers = Readers(snapshots.count > 1 ? snapshots.dropFirst() : snapshots[...], of: scan)
    return StatementParts(
      resourceBound: snapshots[0].resourceBound, term: { snapshots[0].resource($0).map(snapshots[0].term) },
      jobs: readers.count
    ) {
      let subjects = scan.subjects(of: .union)
      var (part, subject) = (0, 0)
      return {
        try context.checkpoint()
        let run = subjects.next()
        try context.snapshot.throwIfDamaged()
        return stride(from: 0, to: run.count, by: LocalGraph.subjects).map { from in
          let ids = run[from..<min(run.count, from + LocalGraph.subjects)]
          defer { (part, subject) = (part + 1, subject + ids.count) }
          return StatementPart(number: part, firstSubject: subject) { sink in
            try readers.withReader { try $0.read(ids, of: .union, into: sink) }
          }
        }
      }
    }
  }
}

/// Readers that are lent to one thread at a time.
private final class Readers: Sendable {
  /// Never touched by two threads at once.
  private struct Lent: @unchecked Sendable {
    let reader: SubjectReader
  }

  let count: Int
  private let free: Guarded<[Lent]>

  init(_ snapshots: ArraySlice<Snapshot>, of scan: StatementScan) {
    count = snapshots.count
    free = Guarded(snapshots.map { Lent(reader: SubjectReader(scan, $0)) })
  }

  func withReader<Result>(_ body: (SubjectReader) throws -> Result) rethrows -> Result {
    let lent = free.withLock { $0.removeLast() }
    defer { free.withLock { $0.append(lent) } }
    return try body(lent.reader)
  }
}
