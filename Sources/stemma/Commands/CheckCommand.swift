import ArgumentParser
import Diagnostics
import Documents
import Extraction
@preconcurrency import Glibc
import Shell
import TripleStore
import Workers

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verify a store: every block, every term, every index against the others.",
    discussion: """
      With --against-links, compare instead what the texts of AKN4UN files cite with where their official hyperlinks lead.

      Examples:
        stemma check --store stemma.store
        stemma check --against-links resolutions/
      """)

  @OptionGroup var store: StoreOption

  @Flag(help: "List every disagreement between a text and an official hyperlink over it.")
  var againstLinks = false

  @Argument(
    help: "With --against-links: files and folders (default: those that the store was built from).",
    completion: .file())
  var inputs: [String] = []

  func validate() throws {
    if !againstLinks, !inputs.isEmpty { throw ValidationError("files are checked with --against-links only") }
  }

  func run() throws {
    if againstLinks { return try checkLinks() }
    let snapshot = try store.folder.open(.read).snapshot()
    let problems = try snapshot.check()
    if problems.isEmpty {
      for graph in try GraphDigests.changed(in: snapshot) {
        print("changed since it was built: \(graph)")
      }
      return print(
        "\(snapshot.tripleCount.formattedWithCommas) triples, \(snapshot.graphs.count.formattedWithCommas) named graphs: sound"
      )
    }
    for problem in problems { fputs("\(problem)\n", stderr) }
    throw ExitCode(1)
  }

  private func checkLinks() throws {
    var paths = inputs
    if paths.isEmpty {
      paths = SourceRecord.all(in: try store.folder.open(.read).snapshot().records()).keys.sorted()
    }
    let (files, missing) = InputFile.find(in: paths)
    let workers = OrderedWorkers(files, jobs: Processors.count) { LinkReport($0) }
    var whole = LinkReport()
    whole.failures = missing
    for _ in files {
      guard let report = workers.next() else { break }
      for line in report.lines { print(line) }
      whole.add(report)
    }
    print(
      "\(whole.lines.count.formattedWithCommas) of \(whole.links.formattedWithCommas) links disagree with their text"
    )
    fflush(stdout)
    for failure in whole.failures { fputs("\(failure)\n", stderr) }
    if !whole.lines.isEmpty || !whole.failures.isEmpty { throw ExitCode(1) }
  }
}
