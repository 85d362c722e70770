import Diagnostics
import Queries
import QueryEngine
import QuerySyntax
import RDF

/// What lasts from one line to the next: the graph, the format, where answers go.
public final class Session {
  private let openGraph: () throws -> any GraphSource
  private let options: QueryOptions
  let standardOutput: OutputFile
  /// Where answers go from now on; nil = standard output.
  var output: OutputFile?
  /// Where the next answer goes.
  var once: OutputFile?
  /// nil = what fits the answer.
  var format: ResultFormat?
  var showsTime = false
  var prefixes = PrefixMap.standard
  public internal(set) var isFinished = false
  private lazy var vocabulary = Vocabulary(session: self)

  /// - Parameter openGraph: called for each query, so that each sees what others have committed meanwhile.
  public init(
    output: OutputFile = .standardOutput(), format: ResultFormat? = nil,
    options: QueryOptions = QueryOptions(),
    openGraph: @escaping () throws -> any GraphSource
  ) {
    standardOutput = output
    self.format = format
    self.options = options
    self.openGraph = openGraph
  }

  /// Parses and answers one query.
  public func run(_ source: SourceText) throws {
    let destination = once ?? output ?? standardOutput
    defer { once = nil }
    let stopwatch = Stopwatch()
    let query = try QueryText.parse(source, prefixes: prefixes)
    let answer = try openGraph().answer(query, options: options)
    let format = self.format ?? .fitting(answer, terminal: destination.isTerminal)
    try format.print(answer, to: query, on: destination)
    if showsTime { stopwatch.report() }
  }

  /// The rows of a SELECT, for commands that show something of their own.
  func rows(_ text: String) throws -> [[Term?]] {
    let query = try SPARQL.parse(SourceText(name: "query", text: text), prefixes: .standard)
    guard case .solutions(let solutions) = try openGraph().answer(query, options: options) else { return [] }
    return try solutions.rows()
  }

  /// The words that may stand where the beginning of one stands, for Tab.
  public func completions(for beginning: String) -> [String] { vocabulary.completions(for: beginning) }

  /// Writes a line of the shell's own to where answers go.
  func say(_ text: String) throws {
    let destination = output ?? standardOutput
    try destination.bytes.append(text: text + "\n")
    try destination.bytes.flush()
  }
}
