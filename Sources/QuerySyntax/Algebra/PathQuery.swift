import RDF

/// What PATHS asks for (an extension of SPARQL, in the form that Stardog publishes): ways from one node to another along the
/// edges that `via` gives.
///
/// No node stands twice on a path; with `isCyclic` a path ends where it began, and no other node stands on it twice.
public struct PathQuery: Hashable, Sendable {
  public enum Selection: String, Sendable {
    /// Of each pair of ends the paths with the fewest edges.
    case shortest = "SHORTEST"
    case all = "ALL"
  }

  /// Where paths begin or end: each row binds the variable to the node at that end of its edge.
  public struct End: Hashable, Sendable {
    public var variable: Variable
    public var constraint: Constraint

    public init(_ variable: Variable, _ constraint: Constraint) {
      self.variable = variable
      self.constraint = constraint
    }
  }

  public enum Constraint: Hashable, Sendable {
    case any
    case term(Term)
    /// What the pattern binds the end's variable to.
    case pattern(Algebra)
  }

  public var selection: Selection
  public var isCyclic: Bool
  public var start: End
  public var end: End
  /// The edges: the distinct solutions that bind both ends' variables.
  public var via: Algebra
  /// The other variables of `via`, shown between the ends.
  public var viaVariables: [Variable]
  /// The most edges that a path may have; nil = any number.
  public var maxLength: Int?
  /// Paths to pass over, and to give at most.
  public var offset: Int
  public var limit: Int?

  public init(
    selection: Selection, isCyclic: Bool, start: End, end: End, via: Algebra, viaVariables: [Variable],
    maxLength: Int?, offset: Int, limit: Int?
  ) {
    self.selection = selection
    self.isCyclic = isCyclic
    self.start = start
    self.end = end
    self.via = via
    self.viaVariables = viaVariables
    self.maxLength = maxLength
    self.offset = offset
    self.limit = limit
  }

  /// The columns that number paths and their edges, both from 1.
  public static let numbers = [Variable("path"), Variable("step")]

  /// The variables of an edge, in the order in which they are shown.
  public var edgeVariables: [Variable] { [start.variable] + viaVariables + [end.variable] }
}
