import RDF
import TripleStore

/// What each graph that a build wrote held when it was written, as a number in the store's records.
enum GraphDigests {
  private static let prefix = "digest:"

  /// Notes the digests of graphs as they are in the transaction now.
  static func write(_ graphs: some Sequence<String>, _ transaction: Transaction) throws {
    let snapshot = try transaction.snapshot()
    let digests = graphs.map { ($0, snapshot.digest(ofGraph: .iri($0))) }
    for (graph, digest) in digests {
      try transaction.setRecord(prefix + graph, Array(String(digest, radix: 16).utf8))
    }
  }

  static func remove(_ graph: String, _ transaction: Transaction) throws {
    try transaction.removeRecord(prefix + graph)
  }

  /// The digests by graph.
  static func all(in snapshot: Snapshot) throws -> [String: UInt64] {
    try snapshot.records(prefix: prefix).reduce(into: [:]) { found, record in
      found[String(record.key.dropFirst(prefix.count))] = UInt64(
        String(decoding: record.value, as: UTF8.self), radix: 16)
    }
  }

  /// Graphs that are not as the build left them, sorted: somebody has updated them.
  static func changed(in snapshot: Snapshot) throws -> [String] {
    try all(in: snapshot).filter { snapshot.digest(ofGraph: .iri($0.key)) != $0.value }.keys.sorted()
  }

  static func isDigest(_ key: String) -> Bool { key.hasPrefix(prefix) }
}
