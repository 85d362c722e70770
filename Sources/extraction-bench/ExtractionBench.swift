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

  @Option(help: "Run only the stages whose names begin with this.")
  var only = ""

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
      documents.reduce(0) { $0 + extractor.extract($1).statements.rows.count }
    }
    // A paragraph of four times the length must take four times the time, not sixteen.
    for kilobytes in [256, 1024, 4096] {
      let long = [LongParagraph.document(kilobytes * 1024)]
      measure("extraction of one paragraph of \(kilobytes) KB", kilobytes * 1024) {
        long.reduce(0) { $0 + extractor.extract($1).statements.rows.count }
      }
    }
  }

  /// Runs `work` and prints its name, the best throughput and the number that it gives.
  ///
  /// What counts is the processor's time, which other programs on the machine do not lengthen; the clock's stands behind it.
  private func measure(_ name: String, _ bytes: Int, _ work: () -> Int) {
    guard name.hasPrefix(only) else { return }
    var (best, bestByClock) = (Double.infinity, Double.infinity)
    var result = 0
    for _ in 0..<max(1, rounds) {
      let (busy, clock) = (seconds(CLOCK_PROCESS_CPUTIME_ID), seconds(CLOCK_MONOTONIC))
      result = work()
      best = min(best, seconds(CLOCK_PROCESS_CPUTIME_ID) - busy)
      bestByClock = min(bestByClock, seconds(CLOCK_MONOTONIC) - clock)
    }
    print("\(name): \(rate(bytes, best)) MB/s, \(rate(bytes, bestByClock)) by the clock (\(result))")
  }

  private func seconds(_ clock: clockid_t) -> Double {
    var now = timespec()
    clock_gettime(clock, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  private func rate(_ bytes: Int, _ seconds: Double) -> String {
    megabytes(Int(Double(bytes) / max(seconds, 1e-9)))
  }

  /// Megabytes with one decimal.
  private func megabytes(_ bytes: Int) -> String {
    let tenths = bytes / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
