import Lineage
import QueryEngine
import RDF
import TripleStore

/// Brings `:restates` up to date with the texts in a store: one named graph for each document, `<A/RES/73/27#language>`.
///
/// The store remembers a digest of each document that was aligned, so only new and changed documents are aligned anew, with those
/// in whose ancestry or series they are. Where a document is gone, all are.
struct LanguageUpdate {
  private static let recordKey = "language"
  /// Written before the digests; another number makes every document count as changed.
  private static let algorithm = "1"

  /// How many documents were aligned.
  private(set) var aligned = 0
  private(set) var restatements = 0

  /// - Parameter extent: among which documents origins are sought; another one than last time aligns all.
  /// - Parameter jobs: how many threads align documents.
  mutating func run(_ store: TripleStore, extent: LanguageLineage.Extent = .lineage, jobs: Int = 1) throws {
    let lineage = try LanguageLineage(in: LocalGraph(store), extent: extent, jobs: jobs)
    let known = try LanguageUpdate.known(in: store.snapshot().record(LanguageUpdate.recordKey), extent)
    let current = Set(lineage.versions.map(\.document))
    let isWhole = known.keys.contains { !current.contains($0) }
    let changed = lineage.versions.filter { known[$0.document] != $0.digest }.map(\.document)
    if changed.isEmpty, !isWhole { return }
    try store.write { transaction in
      for document in known.keys where !current.contains(document) {
        try transaction.removeGraph(.iri(LanguageUpdate.graph(of: document)))
      }
      try lineage.align(changed: isWhole ? nil : Set(changed)) { document, triples in
        let graph = Term.iri(LanguageUpdate.graph(of: document))
        try transaction.removeGraph(graph)
        transaction.beginSource()
        try transaction.add(triples, graph: graph)
        aligned += 1
        restatements += triples.count { $0.predicate == Stemma.term("restates") }
      }
      try transaction.setRecord(
        LanguageUpdate.recordKey, LanguageUpdate.record(of: lineage.versions, extent))
    }
  }

  private static func graph(of document: IRI) -> IRI { IRI(document.value + "#language") }

  /// The digests by document; none where they are of another algorithm or extent.
  private static func known(in record: [UInt8]?, _ extent: LanguageLineage.Extent) -> [IRI: UInt64] {
    let lines = String(decoding: record ?? [], as: UTF8.self).split(separator: "\n")
    guard lines.first ?? "" == header(extent) else { return [:] }
    return lines.dropFirst().reduce(into: [:]) { known, line in
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2, let digest = UInt64(parts[0], radix: 16) { known[IRI(String(parts[1]))] = digest }
    }
  }

  private static func record(
    of versions: [LanguageLineage.Version], _ extent: LanguageLineage.Extent
  ) -> [UInt8] {
    let lines = versions.map { "\(String($0.digest, radix: 16)) \($0.document.value)" }
    return Array(([header(extent)] + lines).joined(separator: "\n").utf8)
  }

  private static func header(_ extent: LanguageLineage.Extent) -> String { "\(algorithm) \(extent.rawValue)" }
}
