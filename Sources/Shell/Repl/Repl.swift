import Diagnostics
@preconcurrency import Glibc
import RDF

/// Reads lines until they end: commands that begin with a dot, and queries.
///
/// Errors go to stderr and the session goes on; a script stops at its first.
public final class Repl {
  private let session: Session
  private let lines: any LineSource
  private let stopsAtError: Bool

  public init(session: Session, lines: any LineSource, stopsAtError: Bool = false) {
    self.session = session
    self.lines = lines
    self.stopsAtError = stopsAtError
  }

  /// - Returns: the exit status: 1 where a script or a pipe met an error.
  /// - Throws: only what ends the session: unreadable input, output whose reader has gone.
  public func run() throws -> Int32 {
    var statement = Statement()
    var hasFailed = false
    reading: while !session.isFinished {
      let query: String?
      switch try lines.next(prompt: statement.isEmpty ? "stemma> " : "   ...> ") {
      case .interrupted:
        statement.clear()
        continue
      case .end:
        guard !statement.isEmpty, !lines.isInteractive else { break reading }
        query = statement.finish()
        session.isFinished = true
      case .text(let line):
        if statement.isEmpty, let command = Repl.command(in: line) {
          hasFailed = try !attempt { try session.run(command: command) } || hasFailed
          if hasFailed, stopsAtError { return 1 }
          continue
        }
        query = statement.append(line)
      }
      if let query {
        hasFailed = try !attempt { try session.run(SourceText(name: "query", text: query)) } || hasFailed
        if hasFailed, stopsAtError { return 1 }
      }
    }
    return hasFailed && !lines.isInteractive ? 1 : 0
  }

  /// The command on a line, without its dot; nil where the line is part of a query.
  private static func command(in line: String) -> String? {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    return trimmed.first == "." ? String(trimmed.dropFirst()) : nil
  }

  /// Whether `body` went through; an error is shown.
  private func attempt(_ body: () throws -> Void) throws -> Bool {
    Interruption.clear()
    do {
      try body()
      return true
    } catch let error as BrokenPipe {
      throw error
    } catch {
      fputs("\(error)\n", stderr)
      return false
    }
  }
}
