import RDF

/// The syntax tree of an update request (grammar rules [29]–[51]).
public struct UpdateTree: Hashable, Sendable {
  /// An operation and the declarations before it; the last step may have declarations alone.
  public struct Step: Hashable, Sendable {
    public var prologue: [Declaration]
    public var operation: Ranged<OperationTree>?
  }

  public var steps: [Step]
}

/// One operation of an update request as written; a nil graph is the default graph.
public enum OperationTree: Hashable, Sendable {
  public enum Transfer: String, Hashable, Sendable {
    case add = "ADD"
    case move = "MOVE"
    case copy = "COPY"
  }

  case insertData([QuadsTree])
  case deleteData([QuadsTree])
  case deleteWhere([QuadsTree])
  /// A clause that is absent is nil; at least one is there.
  case modify(
    with: IRI?, delete: [QuadsTree]?, insert: [QuadsTree]?, using: [GraphClause], pattern: Ranged<GroupTree>)
  case load(IRI, into: IRI?, silent: Bool)
  case clear(GraphTarget, silent: Bool)
  case drop(GraphTarget, silent: Bool)
  case create(IRI, silent: Bool)
  case transfer(Transfer, from: IRI?, to: IRI?, silent: Bool)
}

/// Triples of a template, by themselves or in `GRAPH … { }`.
public struct QuadsTree: Hashable, Sendable {
  public var graph: Ranged<NodeTree>?
  public var triples: [TriplesTree]
}
