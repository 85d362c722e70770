import RDF

/// What stands between `{` and `}`: a sub-select or the elements of a group (grammar rule [53]).
public indirect enum GroupTree: Hashable, Sendable {
  case subSelect(QueryTree)
  case elements([Ranged<PatternTree>])
}

/// An element of a group (grammar rules [55]–[68]).
public indirect enum PatternTree: Hashable, Sendable {
  case triples([TriplesTree])
  case filter(Ranged<ExpressionTree>)
  case bind(Ranged<ExpressionTree>, Ranged<Variable>)
  case optional(Ranged<GroupTree>)
  case minus(Ranged<GroupTree>)
  /// One group, or several with UNION between them.
  case union([Ranged<GroupTree>])
  case graph(Ranged<NodeTree>, Ranged<GroupTree>)
  case service(Ranged<NodeTree>, Ranged<GroupTree>, silent: Bool)
  case values(InlineData)
}

/// VALUES; nil in a row = UNDEF.
public struct InlineData: Hashable, Sendable {
  public var variables: [Ranged<Variable>]
  public var rows: [[Term?]]
}
