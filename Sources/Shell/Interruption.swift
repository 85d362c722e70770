import Diagnostics
@preconcurrency import Glibc
import Synchronization

/// Ctrl-C: a flag that the signal sets and that long work looks at, so that it ends the query and not the shell.
public enum Interruption {
  private static let flag = Atomic<Bool>(false)

  /// From now on SIGINT only raises the flag; calls that wait for input return early.
  public static func watch() {
    flag.store(false, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Interruption.flag.store(true, ordering: .relaxed) }
    sigaction(SIGINT, &action, nil)
  }

  public static var isRaised: Bool { flag.load(ordering: .relaxed) }

  public static func clear() { flag.store(false, ordering: .relaxed) }

  /// - Throws: "interrupted" where the flag is up.
  static func check() throws {
    if isRaised { throw Diagnostic.error("interrupted", exitStatus: 130) }
  }
}
