import Diagnostics

/// A thrown diagnostic's message, so that tests can compare it whole.
struct Diagnosis: Error, Equatable {
  let message: String

  init(_ message: String) { self.message = message }

  /// Runs `body`, rethrowing a `Diagnostic` as its message.
  static func of<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let diagnostic as Diagnostic { throw Diagnosis(diagnostic.message) }
  }
}
