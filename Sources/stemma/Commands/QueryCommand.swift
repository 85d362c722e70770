import ArgumentParser
import Diagnostics
import Queries
import QueryEngine
import QuerySyntax
import Shell

struct QueryCommand: ParsableCommand {
  static let name = "query"
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Answer a SPARQL query: a text, a file, or a query of the library by name.",
    discussion: """
      Examples:
        stemma query -e 'SELECT ?d { <A/RES/73/27> :recalls ?d }'
        stemma query question.rq --format json
        stemma query endorsements document=A/68/98

      The library (stemma query --list):
      \(QueryLibrary.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))
      """)

  @OptionGroup var store: StoreOption

  @Argument(help: "A file (.rq) or a name of the library.", completion: .list(QueryLibrary.all.map(\.name)))
  var question: String?

  @Argument(help: "Values for the parameters of a library query, key=value.")
  var values: [String] = []

  @Option(name: .customShort("e"), help: "The query itself.")
  var text: String?

  @Option(
    help: "How to write the answer: \(ResultFormat.all.map(\.name).joined(separator: ", ")).",
    completion: .list(ResultFormat.all.map(\.name)))
  var format: String?

  @OptionGroup var limits: LimitOptions

  @Flag(help: "List the library with its parameters, and do nothing else.")
  var list = false

  func validate() throws {
    if !list, (text == nil) == (question == nil) {
      throw ValidationError("expected one of -e QUERY, a file, a name of the library")
    }
  }

  var request: QueryRequest {
    QueryRequest(
      store: store.folder, question: question, values: values, text: text, format: format,
      timeout: limits.timeout, memory: limits.memory, list: list)
  }
}

extension QueryCommand: DirectCommand {
  static let directOptions = [StoreOption.name, "-e", "--format"]

  static func request(_ arguments: DirectArguments) -> QueryRequest? {
    let (question, text) = (arguments.positional.first, arguments["-e"])
    guard (text == nil) != (question == nil) else { return nil }
    return QueryRequest(
      store: arguments.store, question: question, values: Array(arguments.positional.dropFirst()), text: text,
      format: arguments["--format"], timeout: nil, memory: nil, list: false)
  }
}

/// A query answered, or the library listed.
struct QueryRequest: Request {
  let store: StoreFolder
  let question: String?
  let values: [String]
  let text: String?
  let format: String?
  let timeout: Double?
  let memory: Int?
  let list: Bool

  func run() throws {
    if list { return print(QueryLibrary.listing) }
    let format = try format.map { try ResultFormat.named($0) }
    let query = try QueryText.parse(source())
    Interruption.watch()
    let answer = try store.graph().answer(
      query, options: LimitOptions.options(timeout: timeout, memory: memory))
    let output = OutputFile.standardOutput()
    let fitting = format ?? .fitting(answer, to: query, terminal: output.isTerminal)
    try fitting.print(answer, to: query, on: output)
  }

  private func source() throws -> SourceText {
    guard let question else { return SourceText(name: "query", text: text ?? "") }
    if question.hasSuffix(".rq") || question.hasSuffix(".sparql") || question.contains("/") {
      if let value = values.first {
        throw Diagnostic.error("a query file takes no parameters, found '\(value)'", exitStatus: 2)
      }
      return try SourceText.file(question)
    }
    return try QueryLibrary.query(named: question).source(arguments: values)
  }
}
