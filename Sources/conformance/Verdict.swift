/// The outcome of one test.
enum Verdict {
  case passed
  /// What was expected and what was found.
  case failed(String)
  /// What kind of test it is that does not concern a query engine on one machine.
  case skipped(String)
}

/// How often each outcome came.
struct VerdictCounts: CustomStringConvertible {
  private(set) var passed = 0
  private(set) var failed = 0
  private(set) var skipped = 0

  mutating func add(_ verdict: Verdict) {
    switch verdict {
    case .passed: passed += 1
    case .failed: failed += 1
    case .skipped: skipped += 1
    }
  }

  mutating func add(_ other: VerdictCounts) {
    passed += other.passed
    failed += other.failed
    skipped += other.skipped
  }

  var description: String { "\(passed) passed, \(failed) failed, \(skipped) skipped" }
}
