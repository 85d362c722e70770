import RDF

/// A term in the numbering of a `TripleLookup`.
public typealias TermNumber = UInt64

/// The triples around single terms, in the state of a graph at one moment: for a walk that asks for the surroundings of one term
/// after the other, each of which is read sooner than a query for it is planned.
///
/// Terms go by numbers that hold as long as the look-up lives; equal numbers, equal terms.
public protocol TripleLookup: AnyObject {
  /// The number of a term; nil only where no triple of the graph holds it.
  func number(of term: Term) throws -> TermNumber?

  /// The term that bears a number.
  func term(_ number: TermNumber) throws -> Term

  /// Predicate and object of every triple with this subject, each once, in the order of the predicates' numbers, then the objects'.
  func triples(of subject: TermNumber) throws -> [(predicate: TermNumber, object: TermNumber)]

  /// The subject of every triple with these ends, each once, in the order of their numbers.
  func subjects(_ predicate: TermNumber, _ object: TermNumber) throws -> [TermNumber]
}

/// A graph source that can be walked from term to term.
public protocol NavigableGraph: GraphSource {
  /// Looks triples of all graphs up, merged, as they are now.
  func lookup() throws -> any TripleLookup
}
