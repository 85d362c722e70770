import Diagnostics

/// A term that a format cannot hold. Writers catch it and say which statement it stands in.
public struct UnwritableTerm: Error {
  /// What is wrong, such as `'a b' holds a character that IRIs may not hold`.
  public let reason: String

  public init(_ reason: String) { self.reason = reason }

  /// The refusal to write a statement in `format`.
  public func refusal(
    _ subject: TermBytes, _ predicate: TermBytes, _ object: TermBytes, as format: String
  ) -> Diagnostic {
    var shown = "\(object.term)"
    if shown.utf8.count > 120 { shown = String(shown.prefix(100)) + "…" }
    return .error("cannot write \(subject.term) \(predicate.term) \(shown) as \(format): \(reason)")
  }

  /// The refusal to write a node.
  public func refusal(node: TermBytes) -> Diagnostic { .error("cannot write node \(node.term): \(reason)") }
}
