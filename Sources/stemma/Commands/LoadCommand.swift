import ArgumentParser
import Diagnostics
@preconcurrency import Glibc
import RDF
import Shell
import TripleStore
import Workers

struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Put RDF files into a store.",
    discussion: """
      Reads Turtle (.ttl), N-Triples (.nt), N-Quads (.nq), TriG (.trig) and RDF/XML (.rdf), packed by gzip or not
      (.ttl.gz). A file goes in as a whole or not at all.

      Examples:
        stemma load vocabulary.ttl
        stemma load people.nt --graph https://example.org/people
      """)

  @OptionGroup var store: StoreOption

  @OptionGroup var waiting: PatienceOption

  @Argument(help: "RDF files.", completion: .file(extensions: RDFFormat.allCases.map(\.fileExtension)))
  var files: [String]

  @Option(
    help: ArgumentHelp("The named graph for triples that the file itself puts in none.", valueName: "iri"))
  var graph: String?

  func run() throws {
    let graph = try graph.map { Term.iri(try DocumentArgument.iri($0)) }
    var failures: [Diagnostic] = []
    var count = 0
    var store: TripleStore?
    let progress = ProgressBar()
    let isNew = FileStatus.isMissingOrEmpty(self.store.store)
    for file in files {
      do {
        guard let format = RDFFormat(path: file) else {
          throw Diagnostic.error(
            "cannot tell the format of '\(file)' by its ending",
            hint:
              "one of \(RDFFormat.allCases.map { "." + $0.fileExtension }.joined(separator: ", ")), perhaps with .gz"
          )
        }
        if access(file, R_OK) != 0 {
          throw Diagnostic.error("cannot read '\(file)': \(String(cString: strerror(errno)).lowercased())")
        }
        let opened = try store ?? self.store.folder.open(.create, patience: waiting.patience)
        store = opened
        count += try opened.write { transaction in
          transaction.beginSource()
          let named = try graph.map { try transaction.intern($0) } ?? .none
          func show(_ count: Int) {
            progress.show("\(count.formattedWithCommas) triples  \(file.suffix(40))")
          }
          if let lines = try LineFile(path: file, format: format) {
            return try ParallelLoad(file: lines, jobs: Processors.count, graph: named)
              .run(into: transaction, progress: show)
          }
          var sink = LoadingSink(transaction, graph: named, progress: show)
          return try RDFReader(format: format).read(path: file, into: &sink)
        }
      } catch let error as Diagnostic {
        failures.append(error)
      }
    }
    progress.clear()
    // A store made for files of which none could be read is not left behind.
    if isNew, store != nil, failures.count == files.count {
      store = nil
      try self.store.folder.remove()
      rmdir(self.store.store)
    }
    if count > 0 || failures.isEmpty { print("\(count.formattedWithCommas) triple\(count == 1 ? "" : "s")") }
    fflush(stdout)
    for failure in failures { fputs("\(failure)\n", stderr) }
    if !failures.isEmpty { throw ExitCode(1) }
  }
}

/// Puts what names no graph into one, and shows how far it has come.
private struct LoadingSink: QuadSink {
  let transaction: Transaction
  /// `.none` is the unnamed graph.
  let graph: TermID
  let progress: (Int) -> Void
  private var count = 0

  init(_ transaction: Transaction, graph: TermID, progress: @escaping (Int) -> Void) {
    self.transaction = transaction
    self.graph = graph
    self.progress = progress
  }

  mutating func add(subject: TermBytes, predicate: TermBytes, object: TermBytes, graph own: TermBytes?) throws
  {
    count += 1
    if count & 0xFFFF == 0 { progress(count) }
    try transaction.add(subject: subject, predicate: predicate, object: object, graph: own, otherwise: graph)
  }
}
