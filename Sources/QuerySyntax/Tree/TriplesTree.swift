import RDF

/// A subject with its properties (grammar rules [75]–[83]); a property list or collection may stand alone.
public struct TriplesTree: Hashable, Sendable {
  public var subject: Ranged<NodeTree>
  public var properties: [PropertyTree]

  /// The blank node labels in it, as often as they stand there.
  var labels: [Ranged<String>] { subject.labels + properties.flatMap { $0.objects.flatMap(\.labels) } }
}

extension Ranged<NodeTree> {
  fileprivate var labels: [Ranged<String>] {
    switch node {
    case .variable, .term: return []
    case .label(let label): return [Ranged<String>(label, range)]
    case .blank(let properties): return properties.flatMap { $0.objects.flatMap(\.labels) }
    case .collection(let items): return items.flatMap(\.labels)
    }
  }
}

/// A verb with its objects.
public struct PropertyTree: Hashable, Sendable {
  public enum Verb: Hashable, Sendable {
    case variable(Variable)
    case path(PropertyPath)

    /// False where the property is a path of more than one predicate.
    var isSimple: Bool {
      if case .path(.predicate) = self { return true }
      if case .variable = self { return true }
      return false
    }
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
