import QueryEngine

extension UpdateReport: CustomStringConvertible {
  /// "253 → 260 triples".
  public var description: String {
    "\(before.formattedWithCommas) → \(after.formattedWithCommas) triple\(after == 1 ? "" : "s")"
  }
}
