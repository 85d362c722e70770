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
  /// Whether long answers are shown a screen at a time where a person looks.
  public var usesPager = false
  /// The query asked last, as it was typed.
  private(set) var latest: SourceText?
  var prefixes = PrefixMap.standard
  public internal(set) var isFinished = false
  /// Scripts that are being read, each from within the one before.
  var openScripts = 0
  static let scriptLimit = 8
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
    latest = source
    let destination = once ?? output ?? standardOutput
    defer { once = nil }
    let stopwatch = Stopwatch()
    let query = try QueryText.parse(source, prefixes: prefixes)
    let answer = try graph.answer(query, options: options)
    let format = self.format ?? .fitting(answer, to: query, terminal: destination.isTerminal)
    try print(answer, to: query, as: format, on: destination)
    if showsTime { stopwatch.report() }
  }

  private func print(
    _ answer: Answer, to query: Query, as format: ResultFormat, on destination: OutputFile
  ) throws {
    guard usesPager, destination === standardOutput, let height = destination.terminalHeight else {
      try format.print(answer, to: query, on: destination)
      return
    }
    // The first rows are found before the pager starts, so that Ctrl-C has only the query to stop.
    let (answer, isLong) = try answer.peeked(rows: height - 4)
    guard isLong, let pager = Pager() else {
      try format.print(answer, to: query, on: destination)
      return
    }
    do {
      try format.print(answer, to: query, on: pager.output)
    } catch is BrokenPipe {
      // The reader has seen enough.
    }
  }

  private func update(_ source: SourceText) throws {
    guard let graph = graph as? any UpdatableGraph else {
      throw Diagnostic.error("this graph cannot be changed from here")
    }
    let stopwatch = Stopwatch()
    let update = try SPARQL.parseUpdate(source, prefixes: prefixes)
    let report = try graph.update(update, options: UpdateOptions(query: options))
    vocabulary.forget()
    try say("\(report)")
    if showsTime { stopwatch.report() }
  }

  /// Shows what a query means when it is written out, and how the engine answers it.
  func explain(_ text: String) throws {
    guard let local = graph as? LocalGraph else {
      throw Diagnostic.error("only a local store can explain a query")
    }
    let bare = text.hasSuffix(";") ? String(text.dropLast()) : text
    let source = SourceText(name: "query", text: bare)
    if SPARQL.isUpdate(source, prefixes: prefixes) {
      throw Diagnostic.error("an update has no plan to show", hint: "its WHERE can be explained as a query")
    }
    let query = try QueryText.parse(source, prefixes: prefixes)
    try say(QueryText.writtenOut(source, prefixes: prefixes) + "\n")
    try say(local.explain(query, options: options))
  }

  /// The rows of a SELECT, for commands that show something of their own.
  public func rows(_ text: String) throws -> [[Term?]] {
    let query = try SPARQL.parse(SourceText(name: "query", text: text), prefixes: .standard)
    guard case .solutions(let solutions) = try graph.answer(query, options: options) else { return [] }
    return try solutions.rows()
  }

  /// The words that may stand where the beginning of one stands on a line, for Tab.
  public func completions(for beginning: String, in line: String) -> [String] {
    vocabulary.completions(for: beginning, in: line)
  }

  /// Writes a line of the shell's own to where answers go.
  public func say(_ text: String) throws {
    let destination = output ?? standardOutput
    try destination.bytes.append(text: text + "\n")
    try destination.bytes.flush()
  }
}
