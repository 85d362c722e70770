import ArgumentParser
import Diagnostics
@preconcurrency import Glibc
import RDF

/// The tool: one file for each subcommand in `Commands`.
@main
struct StemmaTool: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "stemma",
    abstract: "Turns UN resolutions into a knowledge graph and answers questions about it.",
    discussion: """
      Example:
        stemma build resolutions/
        stemma query -e 'SELECT ?r { ?r :recalls+ <A/RES/53/70> }'
      """,
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: "Fill a store:",
        subcommands: [BuildCommand.self, LoadCommand.self, UpdateCommand.self, AlignCommand.self]),
      CommandGroup(
        name: "Ask it:",
        subcommands: [
          QueryCommand.self, ReplCommand.self, LineageCommand.self, DiffCommand.self, TraceCommand.self,
          WhyCommand.self, CoverageCommand.self,
        ]),
      CommandGroup(name: "Take things out:", subcommands: [ExportCommand.self, ExtractCommand.self]),
      CommandGroup(name: "Look after it:", subcommands: [CheckCommand.self, BackupCommand.self]),
    ])

  /// Runs the command and exits: 0; 1 where something failed; 2 for wrong usage or a query that does not parse.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    MemoryFault.install()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments == ["--version"] { return print(version) }
    do {
      if let request = directRequest(arguments) {
        try request.run()
      } else {
        var command = try parse(arguments)
        try command.run()
      }
    } catch let error as Diagnostic {
      fail(error.description, status: error.exitStatus)
    } catch is BrokenPipe {
      Glibc.exit(0)
    } catch let status as ExitCode {
      Glibc.exit(status.rawValue)
    } catch {
      let message = fullMessage(for: error)
      if exitCode(for: error) != .success {
        fail(message.hasPrefix("Error: ") ? "error: " + message.dropFirst(7) : message, status: 2)
      }
      print(message)
      Glibc.exit(0)
    }
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    fputs(message + "\n", stderr)
    Glibc.exit(status)
  }
}
