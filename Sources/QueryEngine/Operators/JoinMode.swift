/// What a join makes of matches and of left rows without one.
enum JoinMode: String {
  /// Every pair of matching rows.
  case inner
  /// Every pair, and left rows without a match alone (OPTIONAL).
  case left
  /// Left rows that have a match (EXISTS).
  case semi
  /// Left rows that have none (NOT EXISTS, MINUS).
  case anti

  /// True where right columns appear in the output.
  var keepsRight: Bool { self == .inner || self == .left }
}
