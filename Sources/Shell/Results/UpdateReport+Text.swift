import QueryEngine

extension UpdateReport: CustomStringConvertible {
  /// "253 → 260 quads": a triple counts once in every graph that holds it.
  public var description: String {
    "\(before.formattedWithCommas) → \(after.formattedWithCommas) quad\(after == 1 ? "" : "s")"
  }
}
