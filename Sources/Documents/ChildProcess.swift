import CLinux
import Diagnostics
import Glibc

/// A program that is given bytes on its standard input and whose standard output is read, within bounds.
///
/// The program sees no other open file of ours, and its errors are not shown. What runs too long, uses too much memory or writes too much is
/// ended.
struct ChildProcess {
  /// What came of it.
  enum Outcome {
    case exited(status: Int32, output: [UInt8])
    /// It could not be started: there is no such program, as a rule.
    case notFound
    case ranTooLong
    case wroteTooMuch
  }

  /// The name of a program on the PATH, and its arguments.
  var program: String
  var arguments: [String]
  /// The most bytes that are read from it.
  var outputLimit: Int
  /// Seconds, of its own time and of the clock.
  var timeLimit: Int
  /// Bytes of address space.
  var memoryLimit: Int

  /// Runs the program to its end.
  ///
  /// - Throws: a `Diagnostic` where the system lacks files, memory or processes.
  func run(input: [UInt8]) throws -> Outcome {
    let source = try ChildProcess.file(holding: input)
    defer { close(source) }
    var pipe: [Int32] = [-1, -1]
    guard pipe2(&pipe, O_CLOEXEC) == 0 else { throw failure(errno) }
    defer { close(pipe[0]) }
    var child = pid_t()
    let status = spawn(&child, input: source, output: pipe[1])
    close(pipe[1])
    if status == ENOENT || status == EACCES { return .notFound }
    if status != 0 { throw failure(status) }
    limit(child, RLIMIT_CPU, timeLimit)
    limit(child, RLIMIT_AS, memoryLimit)
    let stop = clock() + timeLimit
    var output: [UInt8] = []
    var ending: Outcome?
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while ending == nil {
      var waiting = pollfd(fd: pipe[0], events: Int16(POLLIN), revents: 0)
      let rest = stop - clock()
      if rest <= 0 || poll(&waiting, 1, Int32(rest * 1000)) == 0 {
        ending = .ranTooLong
        break
      }
      let count = read(pipe[0], &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      output += piece[..<count]
      if output.count > outputLimit { ending = .wroteTooMuch }
    }
    if ending != nil { kill(child, SIGKILL) }
    var exit: Int32 = 0
    while waitpid(child, &exit, 0) < 0, errno == EINTR {}
    // The low seven bits name the signal that ended it, the next byte is its status.
    if exit & 0x7F == SIGXCPU || exit & 0x7F == SIGKILL, ending == nil { ending = .ranTooLong }
    return ending ?? .exited(status: exit & 0x7F == 0 ? exit >> 8 & 0xFF : -1, output: output)
  }

  private func spawn(_ child: inout pid_t, input: Int32, output: Int32) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    return posix_spawnp(&child, program, &actions, nil, words, environ)
  }

  private func limit(_ child: pid_t, _ resource: __rlimit_resource, _ value: Int) {
    var bound = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    _ = prlimit(child, Int32(resource.rawValue), &bound, nil)
  }

  /// `MFD_CLOEXEC` of <linux/memfd.h>.
  private static let closesOnExec: UInt32 = 1

  /// A file without a name, to be read from its start.
  private static func file(holding bytes: [UInt8]) throws -> Int32 {
    let file = memfd_create("input", closesOnExec)
    guard file >= 0 else { throw failure(errno) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(file)
        throw failure(errno)
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  /// Seconds since some moment, whatever the calendar does.
  private func clock() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec
  }

  private func failure(_ code: Int32) -> Diagnostic { ChildProcess.failure(code, starting: program) }

  private static func failure(_ code: Int32, starting program: String = "a program") -> Diagnostic {
    .error("cannot start \(program): \(String(cString: strerror(code)).lowercased())")
  }
}
