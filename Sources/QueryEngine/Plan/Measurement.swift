import TripleStore

/// What a step of a plan really did.
final class Measurement {
  var rows = 0
  /// Seconds, children included.
  var seconds = 0.0
}

/// Counts rows and time around another operator, for `.explain`.
final class MeasuredOperator: Operator {
  private let source: any Operator
  private let measurement: Measurement

  init(_ source: any Operator, _ measurement: Measurement) {
    self.source = source
    self.measurement = measurement
  }

  var output: Batch { source.output }

  func next() throws -> Bool {
    let start = monotonicSeconds()
    defer { measurement.seconds += monotonicSeconds() - start }
    let more = try source.next()
    if more { measurement.rows += source.output.count }
    return more
  }

  func skip(to id: TermID) { source.skip(to: id) }
}
