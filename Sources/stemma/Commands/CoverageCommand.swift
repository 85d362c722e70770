import ArgumentParser
import Queries
import QuerySyntax
import Shell

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Rank the documents that are cited but not in the store.",
    discussion: """
      Example:
        stemma coverage --limit 20
      """)

  @OptionGroup var store: StoreOption

  @Option(help: "How many to show.")
  var limit = 50

  @Option(
    help: "How to write the answer: \(ResultFormat.all.map(\.name).joined(separator: ", ")).",
    completion: .list(ResultFormat.all.map(\.name)))
  var format: String?

  func validate() throws {
    if limit < 1 { throw ValidationError("expected a limit of at least 1") }
  }

  func run() throws {
    let format = try format.map { try ResultFormat.named($0) }
    let session = Session(format: format, graph: try store.graph())
    try session.run(QueryLibrary.query(named: "cited-but-missing").source(arguments: ["limit=\(limit)"]))
  }
}
