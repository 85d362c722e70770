import Glibc

/// What an input takes, whatever else the machine has to do meanwhile.
struct UnitClock {
  private let processor = seconds(CLOCK_PROCESS_CPUTIME_ID)
  private let wall = seconds(CLOCK_MONOTONIC)

  /// Seconds of all threads' work since the beginning.
  var worked: Double { UnitClock.seconds(CLOCK_PROCESS_CPUTIME_ID) - processor }

  /// Seconds of work and of waits, for a processor too.
  var passed: Double { UnitClock.seconds(CLOCK_MONOTONIC) - wall }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds that this thread stood in the queue for a processor so far (proc(5), `schedstat`: the second of three numbers, in
  /// nanoseconds); nil where the kernel does not say. Costs as much as a small input, so it is not asked for each.
  static func queued() -> Double? {
    guard let file = fopen("/proc/thread-self/schedstat", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    let words = line.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }.split(separator: " ")
    return words.count > 1 ? Double(words[1]).map { $0 / 1e9 } : nil
  }
}
