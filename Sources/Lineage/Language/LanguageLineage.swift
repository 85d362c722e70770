import QueryEngine
import RDF

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
  /// The documents whose texts the store holds, the earliest first.
  public let versions: [Version]

  /// Reads the texts.
  public init(in source: any GraphSource, extent: Extent = .lineage) throws {
    let reader = LanguageReader(source: source)
    let citations = try reader.citations()
    corpus = try LanguageCorpus(reader.documents())
    scope = LineageScope(corpus, citations: citations)
    self.extent = extent
    versions = LanguageLineage.versions(of: corpus, citations)
  }

  /// Calls `body` with the statements of each document whose origins may have changed, the earliest first.
  ///
  /// - Parameter changed: the documents that are new or have another digest than before; nil = all. What has one of them
  ///   in its ancestry or series is aligned anew as well.
  public func align(changed: Set<IRI>?, _ body: (IRI, [Triple]) throws -> Void) rethrows {
    let touched = changed.map { changed in
      corpus.entries.indices.filter { changed.contains(corpus.entries[$0].document) }
    }
    var aligner = Aligner(corpus)
    for day in corpus.days {
      for entry in day {
        if let touched,
          !touched.contains(where: {
            $0 == entry || $0 < day.lowerBound && nearness(of: $0, to: entry) != .none
          })
        {
          continue
        }
        let matches = aligner.align(entry) { nearness(of: $0, to: entry) }
        let rows = zip(corpus.entries[entry].passages, matches).map { TextAlignment.Row(corpus, $0, $1) }
        try body(corpus.entries[entry].document, rows.flatMap(\.restatements))
      }
      for entry in day { aligner.insert(entry) }
    }
  }

  private func nearness(of other: Int, to entry: Int) -> Nearness {
    let nearness = scope.nearness(of: other, to: entry)
    return nearness == .none && extent == .store ? .ancestry : nearness
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
