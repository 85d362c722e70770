import ArgumentParser
import Diagnostics
import Documents
import Shell
import TripleStore
import Workers

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Read documents and put what they say into a store.",
    discussion: """
      Files that have not changed since the last build are skipped; a changed one is replaced as a whole. A file that cannot be
      read is named with the reason at the end, the others go in, and the exit status is 1.

      Examples:
        stemma build resolutions/
        stemma build draft.txt --symbol A/RES/78/237 --store drafts.store
      """)

  @OptionGroup var store: StoreOption

  @OptionGroup var ontology: OntologyOption

  @OptionGroup var waiting: PatienceOption

  @Argument(help: "Files and folders.", completion: .file())
  var inputs: [String]

  @Option(help: "The document's symbol, where one file is given whose text bears none.")
  var symbol: String?

  @Option(
    help: ArgumentHelp(
      "Threads that read files (default: as many as there are processors).", valueName: "number"))
  var jobs: Int?

  @Flag(help: "Empty the store first.")
  var fresh = false

  @Flag(help: "Save what is sound of a damaged store first; what is lost is read again.")
  var repair = false

  @Flag(help: "Show every warning, not only the first 20.")
  var warnings = false

  @Flag(help: "Name the files that the store was built from and that are gone.")
  var vanished = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("expected at least 1 job") }
    if fresh, repair { throw ValidationError("--fresh leaves nothing to --repair") }
    if symbol != nil, inputs.count != 1 { throw ValidationError("--symbol is for one file") }
  }

  func run() throws {
    let given = try symbol.map { try DocumentArgument.symbol($0) }
    let (files, failures) = InputFile.find(in: inputs)
    if given != nil, files.count > 1 {
      throw Diagnostic.error("--symbol is for one file, '\(inputs[0])' holds \(files.count)", exitStatus: 2)
    }
    if fresh, !files.isEmpty { try store.folder.remove(patience: waiting.patience) }
    if repair { try Repair(path: store.store, patience: waiting.patience).run() }
    var run = BuildRun(
      path: store.store, patience: waiting.patience, jobs: jobs ?? Processors.count,
      symbol: given,
      ontology: try ontology.load(), version: "\(StemmaTool.version) \(ExecutableStamp.current)"
    )
    if !files.isEmpty { try run.run(files) }
    var report = run.report
    report.failures = failures + report.failures
    if !vanished { report.vanished = [] }
    report.show(allWarnings: warnings)
    if !report.failures.isEmpty { throw ExitCode(1) }
  }
}
