import Foundation
import TripleStore

/// Calls `body` with a new empty store in a folder that is gone afterwards.
func withTemporaryStore<Result>(_ body: (TripleStore) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lineage-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(try TripleStore.open(folder.path, .create))
}
