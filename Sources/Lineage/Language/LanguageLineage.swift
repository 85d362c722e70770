import QueryEngine
import RDF
import Workers

/// Where the language of every document of a store comes from.
///
///     let lineage = try LanguageLineage(in: source)
///     lineage.align(changed: nil) { document, triples in … }
///
/// Each paragraph is aligned with the nearest paragraphs of earlier documents, those of the ancestry and of the series or of the whole
/// store. What is found for a document depends on nothing but the texts, titles, dates and citations of those documents.
public struct LanguageLineage {
  /// Among which earlier documents origins are sought.
  public enum Extent: String, Sendable, CaseIterable {
    /// What the document cites, directly or through others, and what bears its title.
    case lineage
    /// Everything that is earlier.
    case store
  }

  /// A document with a digest of all that its language lineage needs to know of it.
  public struct Version: Sendable, Equatable {
    public let document: IRI
    public let digest: UInt64
  }

  let corpus: LanguageCorpus
  private let scope: LineageScope
  private let extent: Extent
  private let jobs: Int
  /// The documents whose texts the store holds, the earliest first.
  public let versions: [Version]

  /// Reads the texts.
  ///
  /// - Parameter jobs: how many threads work on them; what comes out is the same for any number.
  public init(in source: any NavigableGraph, extent: Extent = .lineage, jobs: Int = 1) throws {
    let reader = LanguageReader(source: source)
    let citations = try reader.citations()
    corpus = try LanguageCorpus(reader.documents(), jobs: jobs)
    scope = LineageScope(corpus, citations: citations)
    self.extent = extent
    self.jobs = jobs
    versions = LanguageLineage.versions(of: corpus, citations)
  }

  /// Calls `body` with the statements of each document whose origins may have changed, the earliest first.
  ///
  /// - Parameter changed: the documents that are new or have another digest than before; nil = all. What has one of them
  ///   in its ancestry or series is aligned anew as well.
  public func align(changed: Set<IRI>?, _ body: (IRI, [Triple]) throws -> Void) rethrows {
    let (aligner, scope, extent) = (Aligner(corpus), scope, extent)
    let workers = OrderedWorkers(works(changed), jobs: jobs) { work in
      let kin = LanguageLineage.kin(of: work.entry, scope, extent, aligner.corpus)
      let matches = aligner.align(work.entry, before: work.day, kin: kin)
      let rows = zip(aligner.corpus.entries[work.entry].passages, matches).map {
        TextAlignment.Row(aligner.corpus, $0, $1)
      }
      return Statements(
        document: aligner.corpus.entries[work.entry].document, triples: rows.flatMap(\.restatements))
    }
    while let statements = workers.next() { try body(statements.document, statements.triples) }
  }

  /// An entry that is to be aligned, and the first of its day.
  private struct Work {
    let entry: Int
    let day: Int
  }

  private struct Statements {
    let document: IRI
    let triples: [Triple]
  }

  private func works(_ changed: Set<IRI>?) -> [Work] {
    let all = corpus.days.flatMap { day in day.map { Work(entry: $0, day: day.lowerBound) } }
    guard let changed else { return all }
    var touched = EntrySet(of: corpus.entries.count)
    for (index, entry) in corpus.entries.enumerated() where changed.contains(entry.document) {
      touched.insert(index)
    }
    return all.filter { work in
      touched.contains(work.entry)
        || LanguageLineage.kin(of: work.entry, scope, extent, corpus).all.last(in: touched, before: work.day)
          != nil
    }
  }

  private static func kin(
    of entry: Int, _ scope: LineageScope, _ extent: Extent, _ corpus: LanguageCorpus
  ) -> Kin {
    let kin = scope.kin(of: entry)
    return extent == .lineage
      ? kin : Kin(series: kin.series, all: EntrySet(of: corpus.entries.count, isFull: true))
  }

  private static func versions(of corpus: LanguageCorpus, _ citations: [(citing: IRI, cited: IRI)])
    -> [Version]
  {
    var cited: [IRI: [String]] = [:]
    for citation in citations { cited[citation.citing, default: []].append(citation.cited.value) }
    return corpus.entries.map { entry in
      var digest = Digest()
      digest.add(entry.date ?? "")
      digest.add(String(entry.series ?? 0, radix: 16))
      for document in (cited[entry.document] ?? []).sorted() { digest.add(document) }
      for passage in corpus.passages[entry.passages] {
        for text in [
          passage.iri.value, passage.openingPhrase ?? "", passage.openingVerb?.value ?? "", passage.text,
        ] {
          digest.add(text)
        }
        digest.add(passage.part.rawValue)
      }
      return Version(document: entry.document, digest: digest.value)
    }
  }
}

/// FNV-1a over texts, each closed by a byte that no UTF-8 has.
private struct Digest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = (value ^ 0xFF) &* 0x100_0000_01B3
  }
}
