import ArgumentParser
@preconcurrency import Glibc
import QueryEngine
import Shell

/// `--timeout` and `--memory`, as every command has them that lets a user ask something.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "End the query, or the wait for another process to end its writing, with an error after this long.",
      valueName: "seconds"))
  var timeout: Double?

  @Option(
    help: ArgumentHelp(
      "Memory that the query may hold; half of the machine's where this is not given.", valueName: "megabytes"
    ))
  var memory: Int?

  func validate() throws {
    if let timeout, timeout <= 0 { throw ValidationError("expected a time-out of more than 0 seconds") }
    if let memory, memory <= 0 { throw ValidationError("expected a memory of more than 0 megabytes") }
  }

  private static var halfOfMachine: Int { sysconf(Int32(_SC_PHYS_PAGES)) / 2 * sysconf(Int32(_SC_PAGESIZE)) }

  var options: QueryOptions { LimitOptions.options(timeout: timeout, memory: memory) }

  /// With Ctrl-C to end the query.
  static func options(timeout: Double?, memory: Int?) -> QueryOptions {
    QueryOptions(
      timeout: timeout, memory: memory.map { $0 << 20 } ?? LimitOptions.halfOfMachine,
      cancellation: Interruption.cancellation)
  }
}
