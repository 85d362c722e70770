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

  @Option(help: "How often each stage runs over all texts.")
  var rounds = 5

  @Option(help: "Run only the stages whose names begin with this.")
  var only = ""

  func run() throws {
    let texts = try FolderTexts(folder).texts
    let documents = texts.flatMap { (try? DocumentReader.read($0, name: "text")) ?? [] }
    let bytes = texts.reduce(0) { $0 + $1.count }
    let extractor = Extractor(ontology: try .bundled())
    print("\(texts.count) texts, \(megabytes(bytes)) MB, \(rounds) rounds")
    measure("reading: lines, footnotes, structure", bytes, texts) {
      (try? DocumentReader.read($0, name: "text").count) ?? 0
    }
    measure("scanning: symbols, citations", bytes, documents) {
      CitationFinder().citations(in: $0).count
    }
    measure("extraction: citations, relations, norms, triples", bytes, documents) {
      extractor.extract($0).statements.rows.count
    }
    // A paragraph of four times the length must take four times the time, not sixteen.
    for kilobytes in [256, 1024, 4096] {
      let long = [LongParagraph.document(kilobytes * 1024)]
      measure("extraction of one paragraph of \(kilobytes) KB", kilobytes * 1024, long) {
        extractor.extract($0).statements.rows.count
      }
    }
  }

  /// Runs `work` over all inputs, round by round, and prints its name, two throughputs and the sum of the numbers that it gives.
  ///
  /// The first throughput adds up the least time that each input took in any round: other programs, which share the machine's
  /// caches and memory, lengthen some and not always the same. The second is that of the best round as a whole. Both are of the
  /// processor's time.
  private func measure<Input>(_ name: String, _ bytes: Int, _ inputs: [Input], _ work: (Input) -> Int) {
    guard name.hasPrefix(only) else { return }
    var least = [Double](repeating: .infinity, count: inputs.count)
    var (best, result) = (Double.infinity, 0)
    for _ in 0..<max(1, rounds) {
      let start = busySeconds()
      var before = start
      result = 0
      for index in inputs.indices {
        result += work(inputs[index])
        let now = busySeconds()
        least[index] = min(least[index], now - before)
        before = now
      }
      best = min(best, before - start)
    }
    print(
      "\(name): \(rate(bytes, least.reduce(0, +))) MB/s, best round \(rate(bytes, best)) MB/s (\(result))")
  }

  /// The processor's time that this program has taken.
  private func busySeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
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
