import Diagnostics
import Queries
import QueryEngine
import QuerySyntax
import RDF

/// What lasts from one line to the next: the graph, the format, where answers go.
public final class Session {
  private let graph: any GraphSource
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

  public init(
    output: OutputFile = .standardOutput(), format: ResultFormat? = nil,
    options: QueryOptions = QueryOptions(),
    graph: any GraphSource
  ) {
    standardOutput = output
    self.format = format
    self.options = options
    self.graph = graph
  }

  /// Parses and answers one query, or does what an update request says.
  public func run(_ source: SourceText) throws {
    if SPARQL.isUpdate(source, prefixes: prefixes) { return try update(source) }
    let destination = once ?? output ?? standardOutput
    defer { once = nil }
    let stopwatch = Stopwatch()
    let query = try QueryText.parse(source, prefixes: prefixes)
    let answer = try graph.answer(query, options: options)
    let format = self.format ?? .fitting(answer, to: query, terminal: destination.isTerminal)
    try format.print(answer, to: query, on: destination)
    if showsTime { stopwatch.report() }
  }

  private func update(_ source: SourceText) throws {
    guard let graph = graph as? any UpdatableGraph else {
      throw Diagnostic.error("this graph cannot be changed from here")
    }
    let stopwatch = Stopwatch()
    let update = try SPARQL.parseUpdate(source, prefixes: prefixes)
    let report = try graph.update(update, options: UpdateOptions(query: options))
    try say("\(report)")
    if showsTime { stopwatch.report() }
  }

  /// Shows how the engine answers a query.
  func explain(_ text: String) throws {
    guard let local = graph as? LocalGraph else {
      throw Diagnostic.error("only a local store can explain a query")
    }
    let bare = text.hasSuffix(";") ? String(text.dropLast()) : text
    let query = try QueryText.parse(SourceText(name: "query", text: bare), prefixes: prefixes)
    try say(local.explain(query, options: options))
  }

  /// The rows of a SELECT, for commands that show something of their own.
  func rows(_ text: String) throws -> [[Term?]] {
    let query = try SPARQL.parse(SourceText(name: "query", text: text), prefixes: .standard)
    guard case .solutions(let solutions) = try graph.answer(query, options: options) else { return [] }
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
