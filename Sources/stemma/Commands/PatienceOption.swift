import ArgumentParser
import Diagnostics
@preconcurrency import Glibc
import TripleStore

/// `--timeout` of the commands that write but ask nothing.
struct PatienceOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Give up where another process keeps writing for this long.", valueName: "seconds"))
  var timeout: Double?

  func validate() throws {
    if let timeout, timeout < 0 { throw ValidationError("expected a time-out of at least 0 seconds") }
  }

  var patience: Patience { Patience(telling: timeout) }
}

extension Patience {
  /// Waits so many seconds, and says on stderr for whom.
  init(telling seconds: Double?) {
    self.init(seconds: seconds) { fputs("waiting for \($0)\n", stderr) }
  }
}
