import Diagnostics
import Glibc
import RDF
import Testing

@testable import TripleStore

@Suite struct TransactionTests {
  private let folder = TemporaryFolder()
  private let graph = Term.iri("https://undocs.org/A/RES/1")

  private func triple(_ subject: Int, _ object: Int) -> Triple {
    Triple(.iri("https://example.org/\(subject)"), IRI("https://example.org/p"), .integer(object))
  }

  private func triples(_ snapshot: Snapshot, _ graph: GraphSelection = .union) -> [String] {
    Snapshot.rows(snapshot.scan(.spo, graph: graph)).map { row in
      row.prefix(3).map { snapshot.term($0).description }.joined(separator: " ")
    }
  }

  @Test func aThrowingBodyLeavesNothing() throws {
    let store = try TripleStore.open(folder.path, .create)
    try store.write { try $0.add([triple(1, 1)]) }
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try store.write { transaction in
        try transaction.add([triple(2, 2)], graph: graph)
        try transaction.setRecord("k", [1])
        _ = try transaction.snapshot()
        throw Stop()
      }
    }
    let snapshot = try store.snapshot()
    #expect(triples(snapshot) == [triple(1, 1).description.replacingEnd])
    #expect(snapshot.record("k") == nil)
    #expect(snapshot.graphs == [])
    #expect(snapshot.id(of: .iri("https://example.org/2")) == .none)
    try store.write { try $0.add([triple(3, 3)]) }
    #expect(try store.snapshot().tripleCount == 2)
  }

  @Test func aGraphIsReplaced() throws {
    let store = try TripleStore.open(folder.path, .create)
    try store.write { transaction in
      try transaction.add((0..<50).map { triple($0, $0) }, graph: graph)
      try transaction.add((0..<3).map { triple($0, $0) })
    }
    try store.write { transaction in
      try transaction.removeGraph(graph)
      try transaction.add([triple(1, 1), triple(100, 100)], graph: graph)
    }
    let snapshot = try store.snapshot()
    let name = snapshot.id(of: graph)
    #expect(snapshot.graphs == [name])
    #expect(snapshot.tripleCount == 4)
    #expect(snapshot.quadCount == 5)
    #expect(snapshot.count(.pos, [], graph: .graph(name)) == 2)
    try store.write { try $0.removeGraph(graph) }
    #expect(try store.snapshot().graphs == [])
    #expect(try store.snapshot().tripleCount == 3)
  }

  @Test func changesInOneTransactionCountInTheirOrder() throws {
    let store = try TripleStore.open(folder.path, .create)
    try store.write { transaction in
      let ids = try ["s", "p", "o", "q"].map { try transaction.intern(.iri($0)) }
      try transaction.insert(ids[0], ids[1], ids[2])
      try transaction.remove(ids[0], ids[1], ids[2])
      #expect(try transaction.snapshot().tripleCount == 0)
      try transaction.insert(ids[0], ids[1], ids[2])
      try transaction.insert(ids[0], ids[1], ids[3])
      try transaction.remove(ids[0], ids[1], ids[3])
      try transaction.insert(ids[0], ids[1], ids[3])
      try transaction.insert(ids[0], ids[1], ids[3])
    }
    #expect(try store.snapshot().tripleCount == 2)
    #expect(try store.snapshot().quadCount == 2)
  }

  @Test func aSnapshotKeepsItsMoment() throws {
    let store = try TripleStore.open(folder.path, .create)
    try store.write { try $0.add((0..<100).map { triple($0, 0) }) }
    let before = try store.snapshot()
    try store.write { transaction in
      try transaction.add((100..<5000).map { triple($0, 0) })
      try transaction.removeGraph(TermID.none)
    }
    #expect(before.tripleCount == 100)
    #expect(triples(before).count == 100)
    #expect(try store.snapshot().tripleCount == 0)
    #expect(before.count(.osp, []) == 100)
  }

  @Test func everythingIsThereAfterReopening() throws {
    do {
      let store = try TripleStore.open(folder.path, .create)
      try store.write { transaction in
        try transaction.add((0..<2000).map { triple($0, $0 % 7) }, graph: graph)
        try transaction.setRecord("file/a", [1, 2])
        try transaction.setRecord("file/b", [])
        try transaction.setRecord(String(repeating: "ü", count: 900), [3])
        try transaction.setRecord("other", [4])
        try transaction.removeRecord("other")
      }
    }
    let store = try TripleStore.open(folder.path, .read)
    let snapshot = try store.snapshot()
    #expect(snapshot.tripleCount == 2000)
    #expect(snapshot.record("file/a") == [1, 2])
    #expect(snapshot.record(String(repeating: "ü", count: 900)) == [3])
    #expect(snapshot.record("other") == nil)
    #expect(try snapshot.records(prefix: "file/").map(\.key) == ["file/a", "file/b"])
    #expect(try snapshot.records().count == 3)
    #expect(throws: Diagnostic.self) { try store.write { _ in } }
  }

  @Test func damageIsFound() throws {
    let store = try TripleStore.open(folder.path, .create)
    try store.write { try $0.add((0..<20000).map { triple($0, $0 % 9) }, graph: graph) }
    #expect(try store.snapshot().check() == [])
    try store.write { transaction in
      let database = transaction.environment.database(.index(.pos), transaction.transaction)
      var changed: [(key: [UInt8], value: [UInt8])] = []
      try database.forEach { key, value in
        if changed.isEmpty { changed.append((Array(key), Array(value))) }
      }
      var (key, value) = try #require(changed.first)
      value[200] ^= 1
      try value.withUnsafeBytes { bytes in try key.withUnsafeMutableBytes { try database.put($0, bytes) } }
    }
    let messages = try store.snapshot().check().map(\.message)
    #expect(
      messages == [
        "the store is damaged: index pos: a block fails its checksum",
        "the store is damaged: index pos does not hold the quads that index spo holds",
      ])
  }

  @Test("a directory that is damaged is refused, one of another state is found by check")
  func directoriesAreVerified() throws {
    let store = try TripleStore.open(folder.path + "/store", .create)
    try store.write { try $0.add((0..<20000).map { triple($0, $0 % 9) }, graph: graph) }
    let database = Database.Name.directories
    func stored(_ index: StoredIndex) throws -> [UInt8] {
      let snapshot = try store.snapshot()
      return DirectoryForm.withKey(index, snapshot.environment.database(database, snapshot.transaction).value)
        .map(Array.init) ?? []
    }
    func put(_ bytes: [UInt8], _ index: StoredIndex) throws {
      try store.write { transaction in
        let directories = transaction.environment.database(database, transaction.transaction)
        try bytes.withUnsafeBytes { bytes in
          try DirectoryForm.withKey(index) { try directories.put($0, bytes) }
        }
      }
    }
    let older = try stored(.osp)
    try store.write { try $0.add([triple(1, 77)], graph: graph) }
    #expect(try store.snapshot().check() == [])
    #expect(try stored(.osp) != older)
    try put(older, .osp)
    #expect(
      try store.snapshot().check().map(\.message) == [
        "the store is damaged: index osp: its directory does not hold what its blocks' keys say"
      ])
    let snapshot = try store.snapshot()
    #expect(snapshot.count(.osp, []) == 0)
    #expect(throws: Diagnostic.self) { try snapshot.throwIfDamaged() }
  }

  @Test func removeEverythingLeavesAnEmptyStore() throws {
    let store = try TripleStore.open(folder.path, .create)
    try store.write { try $0.add((0..<2000).map { triple($0, $0) }, graph: graph) }
    try store.write { transaction in
      try transaction.removeEverything()
      try transaction.add([triple(5, 5)])
    }
    let snapshot = try store.snapshot()
    #expect(triples(snapshot) == [triple(5, 5).description.replacingEnd])
    #expect(snapshot.id(of: graph) == .none)
  }

  @Test func aBackupIsAStore() throws {
    let store = try TripleStore.open(folder.path + "/a", .create)
    try store.write { try $0.add((0..<2000).map { triple($0, $0) }, graph: graph) }
    try store.backup(to: folder.path + "/b/c")
    let copy = try TripleStore.open(folder.path + "/b/c", .read)
    #expect(try triples(copy.snapshot()) == triples(store.snapshot()))
    #expect(throws: Diagnostic.self) { try store.backup(to: folder.path + "/b/c") }
  }
}

extension String {
  /// A triple's line without its full stop.
  fileprivate var replacingEnd: String { String(dropLast(2)) }
}
