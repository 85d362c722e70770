import Diagnostics
import RDF
import TripleStore
import Workers

/// Reads a file of lines on several threads and takes its pieces into a store in their order, so that the store is the same
/// as if it had been read on one.
struct ParallelLoad {
  let file: LineFile
  let jobs: Int
  /// For triples that the file itself puts in no graph; `.none` = the unnamed one.
  let graph: TermID

  /// Pieces that may wait to be taken in, for each thread.
  private static let ahead = 4

  /// The number of quads. The first error in the order of the file ends the load.
  func run(into transaction: Transaction, progress: (Int) -> Void = { _ in }) throws -> Int {
    let file = file
    let workers = OrderedWorkers(file.pieces(), jobs: jobs, window: jobs * ParallelLoad.ahead) {
      piece -> Result<QuadDraft, any Error> in
      Result {
        var draft = QuadDraft()
        try file.read(piece, into: &draft)
        return draft
      }
    }
    var count = 0
    while let piece = workers.next() {
      let draft = try piece.get()
      try transaction.add(draft, otherwise: graph)
      count += draft.count
      progress(count)
    }
    return count
  }
}
