import Diagnostics
@preconcurrency import Glibc
import Shell
import TripleStore

/// Makes a damaged store sound again without the documents of which something is lost; a build then reads those anew.
///
/// What is sound is copied to a new store, which takes the old one's place; the old one is kept beside it.
struct Repair {
  let path: String
  let patience: Patience

  private var copy: String { path + ".repaired" }
  private var old: String { path + ".damaged" }

  /// - Throws: where the store cannot be opened at all, or one of the two folders beside it is in the way.
  func run() throws {
    let store = try TripleStore.open(path, .write, patience: patience)
    try store.exclusively { try repair(store) }
  }

  private func repair(_ store: TripleStore) throws {
    guard try !store.snapshot().check().isEmpty else {
      return print("'\(path)' is sound: nothing to repair")
    }
    for folder in [copy, old] where !FileStatus.isMissingOrEmpty(folder) {
      throw Diagnostic.error("'\(folder)' is in the way", hint: "move it elsewhere or remove it")
    }
    let recovery = try recover(store)
    guard rename(path, old) == 0, rename(copy, path) == 0 else {
      throw Diagnostic.error("cannot rename '\(copy)' to '\(path)': \(String(cString: strerror(errno)))")
    }
    print(
      "saved \(recovery.quads.formattedWithCommas) quads; lost "
        + "\(recovery.lost.count.formattedWithCommas) graphs\(recovery.lost.isEmpty ? "" : ", to be read again:")"
    )
    for graph in recovery.lost { print("  \(graph)") }
    if recovery.lostUnnamed > 0 {
      print("lost for good: \(recovery.lostUnnamed.formattedWithCommas) triples of the unnamed graph")
    }
    print("the damaged store is kept as '\(old)'")
  }

  private func recover(_ store: TripleStore) throws -> Recovery {
    let digests = try GraphDigests.all(in: store.snapshot())
    let recovery = try store.recover(to: copy, digests: digests) { key, value, lost in
      if GraphDigests.isDigest(key) { return false }
      if key == BuildRun.fingerprintKey { return !lost.contains(BuildRun.vocabularyGraph) }
      guard let source = SourceRecord.of(key, value) else { return true }
      return lost.isDisjoint(with: source.graphs)
    }
    // A store numbers terms in its own way, so digests are worked out anew.
    let kept = digests.keys.filter { !recovery.lost.contains($0) }
    try TripleStore.open(copy, .write).write { try GraphDigests.write(kept, $0) }
    return recovery
  }
}
