/// Takes the statements of whole subjects, one subject after another.
public protocol SubjectSink: AnyObject {
  /// The bytes of the subject stay valid until `end`.
  func begin(_ subject: TermBytes) throws
  /// One statement of the subject at hand: `rdf:type` first, then by predicate and object, none twice. The bytes are valid
  /// during the call.
  func add(_ predicate: TermBytes, _ object: TermBytes) throws
  func end() throws
}
