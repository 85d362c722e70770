@preconcurrency import Glibc
import QueryEngine

/// Ctrl-C: ends the query that runs, and not the shell.
public enum Interruption {
  /// What every query of this process is given.
  public static let cancellation = Cancellation()

  static var isRaised: Bool { cancellation.isCancelled }

  static func clear() { cancellation.reset() }

  /// From now on SIGINT only cancels.
  public static func watch() {
    clear()
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Interruption.cancellation.cancel() }
    sigaction(SIGINT, &action, nil)
  }
}
