import ArgumentParser
import Diagnostics
import Queries
import QuerySyntax
import Shell

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Rank the documents that are cited but not in the store, and the opening phrases nobody knows.",
    discussion: """
      A table shows both; other formats the documents alone, or with --openings the phrases alone. To teach a phrase,
      add it to the verbs of the ontology. With --unresolved: the citations whose document cannot be told, and why.

      Examples:
        stemma coverage --limit 20
        stemma coverage --openings --format csv
        stemma coverage --unresolved
      """)

  @OptionGroup var store: StoreOption

  @Option(help: "How many to show.")
  var limit = 50

  @Flag(help: "Show only the opening phrases that the ontology does not know.")
  var openings = false

  @Flag(help: "Show only the citations that could not be resolved, each with the reason.")
  var unresolved = false

  @Option(
    help: "How to write the answer: \(ResultFormat.all.map(\.name).joined(separator: ", ")).",
    completion: .list(ResultFormat.all.map(\.name)))
  var format: String?

  func validate() throws {
    if limit < 1 { throw ValidationError("expected a limit of at least 1") }
    if openings, unresolved { throw ValidationError("expected --openings or --unresolved, not both") }
  }

  func run() throws {
    let format = try format.map { try ResultFormat.named($0) }
    let output = OutputFile.standardOutput()
    let session = Session(output: output, format: format, graph: try store.folder.graph())
    if unresolved { return try session.run(QueryLibrary.query(named: "unresolved").source(arguments: [])) }
    let unknown = try QueryLibrary.query(named: "unknown-openings").source(arguments: ["limit=\(limit)"])
    if openings { return try session.run(unknown) }
    try session.run(QueryLibrary.query(named: "cited-but-missing").source(arguments: ["limit=\(limit)"]))
    let isTable = format.map { $0.name == "table" } ?? output.isTerminal
    guard isTable, try !session.rows(unknown.text).isEmpty else { return }
    try session.say("")
    try session.run(unknown)
  }
}
