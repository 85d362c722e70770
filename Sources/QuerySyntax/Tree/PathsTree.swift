import RDF

/// What stands behind PATHS up to MAX LENGTH.
public struct PathsClause: Hashable, Sendable {
  public struct End: Hashable, Sendable {
    public var variable: Ranged<Variable>
    public var constraint: Constraint
  }

  public enum Constraint: Hashable, Sendable {
    case any
    case term(Term)
    case pattern(Ranged<GroupTree>)
  }

  public enum Via: Hashable, Sendable {
    case pattern(Ranged<GroupTree>)
    /// A variable for the property, or a property path.
    case verb(Ranged<PropertyTree.Verb>)
  }

  public var selection: PathQuery.Selection
  public var isCyclic: Bool
  public var start: End
  public var end: End
  public var via: Via
  public var maxLength: Int?
}
