/// The outcome of one test.
enum Verdict {
  enum Kind {
    case passed
    case failed
    case skipped
  }

  case passed
  /// What was expected and what was found.
  case failed(String)
  /// What kind of test it is that does not concern a query engine on one machine.
  case skipped(String)

  var kind: Kind {
    switch self {
    case .passed: .passed
    case .failed: .failed
    case .skipped: .skipped
    }
  }
}
