import Diagnostics
import QueryEngine
import TripleStore

/// The folder of a store, as it is named on the command line.
struct StoreFolder {
  /// Where a store is that is not named.
  static let usual = "stemma.store"

  let path: String

  func open(
    _ mode: TripleStore.Access, patience: Patience = Patience(telling: nil)
  ) throws -> TripleStore {
    try TripleStore.open(path, mode, patience: patience)
  }

  /// Removes the store, if there is one, of whatever version it is; what is not a store stays, with an error.
  func remove(patience: Patience = Patience(telling: nil)) throws {
    if FileStatus.isMissingOrEmpty(path) { return }
    try TripleStore.keepingWriters(from: path, patience: patience) { try FileStatus.removeFiles(in: path) }
  }

  func graph() throws -> LocalGraph { LocalGraph(try open(.read)) }
}
