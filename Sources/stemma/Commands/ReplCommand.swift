import ArgumentParser
@preconcurrency import Glibc
import QueryEngine
import Shell
import TripleStore

struct ReplCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Ask one question after another.",
    discussion: """
      A query ends with ; at the end of a line or with an empty line; a bare pattern is a query; .help lists the commands. In a
      pipe there is no prompt, and errors go to stderr.

      Examples:
        stemma repl
        echo '?d :recalls <A/RES/53/70> ;' | stemma repl
        stemma repl -f script.txt
      """)

  @OptionGroup var store: StoreOption

  @OptionGroup var limits: LimitOptions

  @Option(
    name: .customShort("f"),
    help: ArgumentHelp("Run the lines of a file; stop at the first error.", valueName: "file"),
    completion: .file())
  var script: String?

  @Option(
    help: "How to write answers: \(ResultFormat.all.map(\.name).joined(separator: ", ")).",
    completion: .list(ResultFormat.all.map(\.name)))
  var format: String?

  func run() throws {
    let format = try format.map { try ResultFormat.named($0) }
    let opened = try store.folder.open(.write, patience: Patience(telling: limits.timeout))
    let session = Session(format: format, options: limits.options, graph: LocalGraph(opened))
    Interruption.watch()
    let lines: any LineSource
    if let script {
      lines = try DescriptorLines(path: script)
    } else if isatty(0) == 1 {
      lines = TerminalLines(historyPath: TerminalLines.defaultHistoryPath()) {
        session.completions(for: $0, in: $1)
      }
      session.usesPager = true
      print("stemma \(StemmaTool.version), .help for help")
    } else {
      lines = DescriptorLines(descriptor: 0)
    }
    let status = try Repl(session: session, lines: lines, stopsAtError: script != nil).run()
    if status != 0 { throw ExitCode(status) }
  }
}
