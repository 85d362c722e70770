@preconcurrency import Glibc

/// Measures a query for `.timer`.
struct Stopwatch {
  private let start = Stopwatch.now()

  /// Prints the seconds since it was made to stderr.
  func report() {
    let milliseconds = (Stopwatch.now() - start) / 1000
    let fraction = String(milliseconds % 1000)
    fputs(
      "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - fraction.utf8.count))\(fraction) ms\n",
      stderr)
  }

  /// Nanoseconds on a clock that only goes forward.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
