import RDF

/// A subject with its properties (grammar rules [75]–[83]); a property list or collection may stand alone.
public struct TriplesTree: Hashable, Sendable {
  public var subject: Ranged<NodeTree>
  public var properties: [PropertyTree]
}

/// A verb with its objects.
public struct PropertyTree: Hashable, Sendable {
  public enum Verb: Hashable, Sendable {
    case variable(Variable)
    case path(PropertyPath)
  }

  public var verb: Ranged<Verb>
  public var objects: [Ranged<NodeTree>]
}

/// A subject or object (grammar rules [98]–[110]).
public indirect enum NodeTree: Hashable, Sendable {
  case variable(Variable)
  case term(Term)
  /// `_:label`
  case label(String)
  /// `[]`, or `[ :p 1 ; :q 2 ]`
  case blank([PropertyTree])
  /// `( 1 2 3 )`; the empty one is the term `rdf:nil`.
  case collection([Ranged<NodeTree>])

  /// True for a property list and a collection: they say something by themselves, so no verb need follow.
  var mayStandAlone: Bool {
    switch self {
    case .blank(let properties): return !properties.isEmpty
    case .collection: return true
    default: return false
    }
  }
}
