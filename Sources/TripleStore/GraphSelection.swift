/// Which graphs a scan reads.
public enum GraphSelection: Sendable, Hashable {
  /// All graphs merged, each triple once.
  case union
  /// One graph; `.none` is the unnamed graph alone.
  case graph(TermID)
  /// Some graphs merged, each triple once.
  case merged([TermID])
  /// Every quad whose graph is named; the graph column says which.
  case eachNamed
}
