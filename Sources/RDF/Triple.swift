/// A statement: subject, predicate, object (RDF 1.1 Concepts §3.1).
public struct Triple: Hashable, Sendable, CustomStringConvertible {
  public let subject: Term
  public let predicate: IRI
  public let object: Term

  public init(_ subject: Term, _ predicate: IRI, _ object: Term) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }

  /// The N-Triples line without its line break.
  public var description: String { "\(subject) \(predicate) \(object) ." }
}
