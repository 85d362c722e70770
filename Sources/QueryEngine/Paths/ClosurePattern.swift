import QuerySyntax
import RDF
import TripleStore

/// A path of open length between two ends: `p*`, `p+` or `p?` over any inner path, matched in one graph.
struct ClosurePattern {
  let subject: Slot
  let object: Slot
  let inner: PropertyPath
  /// True for `*` and `?`: every node reaches itself by a path of length zero.
  let includesSelf: Bool
  /// True for `?`: at most one step.
  let isSingleStep: Bool
  let graph: ActiveGraph

  /// nil where `pattern` is no closure.
  init?(_ pattern: PathPattern, graph: ActiveGraph, context: QueryContext) {
    switch pattern.path {
    case .zeroOrMore(let inner): (self.inner, includesSelf, isSingleStep) = (inner, true, false)
    case .oneOrMore(let inner):
      (self.inner, includesSelf, isSingleStep) = (inner, inner.reachesItsStart, false)
    case .zeroOrOne(let inner): (self.inner, includesSelf, isSingleStep) = (inner, true, true)
    default: return nil
    }
    // An end that the store does not hold still reaches itself, so it gets an id of the query's own.
    func slot(_ term: PatternTerm) -> Slot {
      switch term {
      case .variable(let variable): return .variable(variable)
      case .term(let term): return .fixed(context.pool.id(for: term))
      }
    }
    subject = slot(pattern.subject)
    object = slot(pattern.object)
    self.graph = graph
  }

  var variables: [Variable] {
    let both = [subject, object].compactMap(\.variable)
    return both.count == 2 && both[0] == both[1] ? [both[0]] : both
  }
}

extension PropertyPath {
  /// Whether a path of length zero joins any term with itself, one that no graph holds too. In a sequence it does not: the
  /// middle is a variable, which stands for nodes of the graph (SPARQL 1.1 §18.4).
  fileprivate var reachesItsStart: Bool {
    switch self {
    case .zeroOrOne, .zeroOrMore: true
    case .oneOrMore(let inner), .inverse(let inner): inner.reachesItsStart
    case .alternative(let a, let b): a.reachesItsStart || b.reachesItsStart
    case .predicate, .sequence, .negated: false
    }
  }
}

extension PathPattern {
  /// A path that needs no search of open length, as patterns that need no path (SPARQL 1.1 §18.2.2.4, §18.4); nil for the others.
  func takenApart(_ context: QueryContext) -> Algebra? {
    switch path {
    case .predicate(let iri): return .bgp([TriplePattern(subject, .term(.iri(iri)), object)])
    case .inverse(let inner): return .path(PathPattern(object, inner, subject))
    case .sequence(let first, let second):
      let middle = PatternTerm.variable(context.freshVariable())
      return .join(
        .path(PathPattern(subject, first, middle)), .path(PathPattern(middle, second, object)))
    case .alternative(let a, let b):
      return .union(.path(PathPattern(subject, a, object)), .path(PathPattern(subject, b, object)))
    case .zeroOrMore, .oneOrMore, .zeroOrOne, .negated: return nil
    }
  }
}
