import Diagnostics
import Foundation
import RDF
import Testing

@testable import TripleStore

@Suite struct RecoveryTests {
  private let folder = TemporaryFolder()
  private static let graphs = (0..<40).map { "https://undocs.org/A/RES/\($0)" }

  /// A store of forty graphs; each has terms of its own and shares some with the others.
  private func makeStore(_ path: String) throws -> [String: UInt64] {
    let store = try TripleStore.open(path, .create)
    try store.write { transaction in
      for (number, graph) in RecoveryTests.graphs.enumerated() {
        try transaction.add(
          (0..<200).map { row in
            Triple(
              .iri("https://undocs.org/A/RES/\(number)#op\(row)"), IRI("https://example.org/p\(row % 3)"),
              row % 2 == 0 ? .integer(row) : .string("text \(number) \(row)"))
          }, graph: .iri(graph))
        try transaction.setRecord("source:\(number)", Array(graph.utf8))
      }
      try transaction.add([
        Triple(.iri("https://example.org/own"), IRI("https://example.org/p0"), .integer(1))
      ])
    }
    let snapshot = try store.snapshot()
    return Dictionary(
      uniqueKeysWithValues: RecoveryTests.graphs.map { ($0, snapshot.digest(ofGraph: .iri($0))) })
  }

  private func lines(_ path: String) throws -> [String: Set<String>] {
    let snapshot = try TripleStore.open(path, .read).snapshot()
    var found: [String: Set<String>] = [:]
    for graph in snapshot.graphs {
      let rows = Snapshot.rows(snapshot.scan(.spo, graph: .graph(graph)))
      found[snapshot.term(graph).description] = Set(
        rows.map { $0.prefix(3).map { snapshot.term($0).description }.joined(separator: " ") })
    }
    return found
  }

  @Test("whatever is damaged, what is recovered is sound and whole, and the rest is named", arguments: 0..<24)
  func recovery(seed: Int) throws {
    let path = folder.path + "/s"
    let digests = try makeStore(path)
    let before = try lines(path)
    var generator = SeededGenerator(seed: UInt64(seed))
    let file = URL(fileURLWithPath: path + "/data.mdb")
    var bytes = try Data(contentsOf: file)
    for _ in 0..<3 {
      // Behind the heads of the pages: LMDB's own part is not what recovery is about.
      let page = Int.random(in: 4..<bytes.count / 4096, using: &generator)
      bytes[page * 4096 + Int.random(in: 600..<4000, using: &generator)] ^= 0x10
    }
    try bytes.write(to: file)

    let store = try TripleStore.open(path, .read)
    let recovery = try store.recover(to: folder.path + "/new", digests: digests) { _, value, lost in
      !lost.contains(String(decoding: value, as: UTF8.self))
    }
    let recovered = try TripleStore.open(folder.path + "/new", .read).snapshot()
    #expect(try recovered.check().isEmpty)
    #expect(recovered.quadCount == recovery.quads)
    let after = try lines(folder.path + "/new")
    for graph in RecoveryTests.graphs {
      let name = Term.iri(graph).description
      #expect(after[name] == (recovery.lost.contains(graph) ? nil : before[name]))
      let number = graph.split(separator: "/").last ?? ""
      if recovery.lost.contains(graph) { #expect(recovered.record("source:\(number)") == nil) }
    }
  }

  @Test func nothingIsLostOfASoundStore() throws {
    let path = folder.path + "/s"
    let digests = try makeStore(path)
    let recovery = try TripleStore.open(path, .read).recover(to: folder.path + "/new", digests: digests) {
      _, _, _ in true
    }
    #expect(recovery.lost.isEmpty)
    #expect(recovery.lostUnnamed == 0)
    #expect(try lines(folder.path + "/new") == lines(path))
  }
}
