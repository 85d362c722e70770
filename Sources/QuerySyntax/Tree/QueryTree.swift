import RDF

/// The syntax tree of a query, or of a SELECT inside one (grammar rules [2]–[28]).
///
/// IRIs are resolved and prefixed names expanded; blank nodes, collections and property lists stand as they were written.
public struct QueryTree: Hashable, Sendable {
  public enum Clause: Hashable, Sendable {
    case select(SelectClause)
    /// nil for the short form, `CONSTRUCT WHERE { … }`, whose template is its pattern.
    case construct([TriplesTree]?)
    /// nil for `DESCRIBE *`.
    case describe([Ranged<NodeTree>]?)
    case ask
    /// PATHS, the extension.
    case paths(PathsClause)
  }

  /// Empty in a sub-select.
  public var prologue: [Declaration] = []
  public var clause: Ranged<Clause>
  public var dataset: [GraphClause] = []
  /// nil only for PATHS and for a DESCRIBE without a pattern.
  public var pattern: Ranged<GroupTree>?
  public var modifiers = SolutionModifiers()
  /// VALUES behind the query.
  public var values: InlineData?
}

/// BASE or PREFIX, its IRI resolved.
public enum Declaration: Hashable, Sendable {
  case base(IRI)
  case prefix(String, IRI)
}

/// FROM or FROM NAMED; USING or USING NAMED.
public struct GraphClause: Hashable, Sendable {
  public var graph: IRI
  public var isNamed: Bool
}

/// What stands between SELECT and the pattern.
public struct SelectClause: Hashable, Sendable {
  public enum Duplicates: Hashable, Sendable {
    case kept
    case distinct
    case reduced
  }

  public struct Item: Hashable, Sendable {
    /// nil for a plain variable.
    public var expression: Ranged<ExpressionTree>?
    public var variable: Ranged<Variable>
  }

  public var duplicates: Duplicates
  /// nil for `*`.
  public var items: [Item]?
}

/// GROUP BY, HAVING, ORDER BY, LIMIT and OFFSET.
public struct SolutionModifiers: Hashable, Sendable {
  public struct GroupKey: Hashable, Sendable {
    public var expression: Ranged<ExpressionTree>
    public var variable: Ranged<Variable>?
  }

  public struct OrderKey: Hashable, Sendable {
    public var expression: Ranged<ExpressionTree>
    public var descending: Bool
  }

  public var groupBy: [GroupKey] = []
  public var having: [Ranged<ExpressionTree>] = []
  public var orderBy: [OrderKey] = []
  public var limit: Int?
  public var offset: Int?
}
