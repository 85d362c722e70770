@preconcurrency import Glibc

/// The end of a process that met a memory fault: a clear line in the place of a bare signal.
///
/// Blocks and terms are checked before they are read, but the pages between belong to LMDB, which checks less: a damaged page,
/// or a file cut off while it is mapped, can lead it to memory that is not there.
enum MemoryFault {
  private static let message: StaticString = """
    error: a memory fault, most likely on a damaged page of the store
      help: run 'stemma check'; restore a backup or build the store again if it fails too

    """

  /// From here SIGSEGV and SIGBUS write the message and end the process with status 1.
  static func install() {
    // A stack of its own, since the fault may be that the other one is full.
    var stack = stack_t()
    stack.ss_size = 1 << 16
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stack.ss_size, alignment: 16)
    sigaltstack(&stack, nil)
    var action = sigaction()
    action.sa_flags = Int32(SA_ONSTACK)
    // Only what is safe in a signal handler: one write, and an end without cleaning up.
    action.__sigaction_handler.sa_handler = { _ in
      _ = write(STDERR_FILENO, MemoryFault.message.utf8Start, MemoryFault.message.utf8CodeUnitCount)
      _exit(1)
    }
    for signal in [SIGSEGV, SIGBUS] { sigaction(signal, &action, nil) }
  }
}
