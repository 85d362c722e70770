import ArgumentParser
import Documents
import Extraction
import Glibc
import Ontology

/// Prints how fast text becomes structure, citations and triples, on one core and without a store.
@main
struct ExtractionBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extraction-bench",
    abstract:
      "Prints how fast text becomes structure, citations and triples, on one core and without a store.",
    discussion: "EXAMPLE:\n  extraction-bench ../shared/corpus/akn")

  @Argument(help: "A folder of documents; what is measured is their running text.")
  var folder: String

  @Option(help: "How often each stage runs; the best time counts.")
  var rounds = 3

  func run() throws {
    let texts = try FolderTexts(folder).texts
    let documents = texts.flatMap { (try? DocumentReader.read($0, name: "text")) ?? [] }
    let bytes = texts.reduce(0) { $0 + $1.count }
    let extractor = Extractor(ontology: try .bundled())
    print("\(texts.count) texts, \(megabytes(bytes)) MB")
    measure("reading: lines, footnotes, structure", bytes) {
      texts.reduce(0) { $0 + ((try? DocumentReader.read($1, name: "text").count) ?? 0) }
    }
    measure("scanning: symbols, citations", bytes) {
      documents.reduce(0) { $0 + CitationFinder().citations(in: $1).count }
    }
    measure("extraction: citations, relations, norms, triples", bytes) {
      documents.reduce(0) { $0 + extractor.extract($1).triples.count }
    }
    // A paragraph of four times the length must take four times the time, not sixteen.
    for kilobytes in [256, 1024, 4096] {
      let long = [LongParagraph.document(kilobytes * 1024)]
      measure("extraction of one paragraph of \(kilobytes) KB", kilobytes * 1024) {
        long.reduce(0) { $0 + extractor.extract($1).triples.count }
      }
    }
  }

  /// Runs `work` and prints its name, the best throughput and the number that it gives.
  private func measure(_ name: String, _ bytes: Int, _ work: () -> Int) {
    var best = Duration.seconds(1_000_000)
    var result = 0
    for _ in 0..<max(1, rounds) { best = min(best, ContinuousClock().measure { result = work() }) }
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
    let rate = megabytes(Int(Double(bytes) / max(seconds, 1e-9)))
    print("\(name): \(rate) MB/s (\(result))")
  }

  /// Megabytes with one decimal.
  private func megabytes(_ bytes: Int) -> String {
    let tenths = bytes / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
