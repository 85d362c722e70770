/// The one error and warning type: what is wrong, where, and what to do about it.
///
///     throw Diagnostic.error("unknown prefix 'unn'", at: 3..<6, in: source, hint: "did you mean 'un'?")
///
/// Messages are lower case without a final dot, quote source text in '…', and say "expected X, found Y".
public struct Diagnostic: Error, Sendable, Hashable {
  public enum Severity: String, Sendable {
    case error
    case warning
    case note
  }

  public var severity: Severity
  public var message: String
  public var source: SourceText?
  /// UTF-8 offsets into `source`.
  public var range: Range<Int>?
  /// Drawn behind the carets: "did you mean 'un'?".
  public var hint: String?
  /// The tool's exit status where this ends the run: 2 for wrong usage or a query that does not parse, otherwise 1.
  public var exitStatus: Int32

  public init(
    _ severity: Severity, _ message: String, source: SourceText? = nil, range: Range<Int>? = nil,
    hint: String? = nil, exitStatus: Int32 = 1
  ) {
    self.severity = severity
    self.message = message
    self.source = source
    self.range = range
    self.hint = hint
    self.exitStatus = exitStatus
  }

  public static func error(
    _ message: String, at range: Range<Int>? = nil, in source: SourceText? = nil, hint: String? = nil,
    exitStatus: Int32 = 1
  ) -> Diagnostic {
    Diagnostic(.error, message, source: source, range: range, hint: hint, exitStatus: exitStatus)
  }

  public static func warning(_ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(.warning, message, hint: hint)
  }
}
