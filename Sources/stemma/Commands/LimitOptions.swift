import ArgumentParser
import QueryEngine
import Shell

/// `--timeout` and `--memory`, as every command has them that lets a user ask something.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("End the query with an error after this long.", valueName: "seconds"))
  var timeout: Double?

  @Option(help: ArgumentHelp("Memory that the query may hold.", valueName: "megabytes"))
  var memory: Int?

  func validate() throws {
    if let timeout, timeout <= 0 { throw ValidationError("expected a time-out of more than 0 seconds") }
    if let memory, memory <= 0 { throw ValidationError("expected a memory of more than 0 megabytes") }
  }

  /// With Ctrl-C to end the query.
  var options: QueryOptions {
    QueryOptions(
      timeout: timeout, memory: memory.map { $0 << 20 }, cancellation: Interruption.cancellation)
  }
}
