import RDF

/// All statements of a source, each once, as they are read.
public final class StatementStream {
  /// Subject, predicate, object, and the graph: nil where graphs are merged, and for a statement that stands in no named graph. The
  /// bytes are valid during the call.
  public typealias Body = (TermBytes, TermBytes, TermBytes, TermBytes?) throws -> Void

  /// How many there are; nil where that is not known beforehand.
  public let count: Int?
  private let push: (Body) throws -> Void

  public init(count: Int? = nil, _ push: @escaping (Body) throws -> Void) {
    self.count = count
    self.push = push
  }

  /// Calls `body` with every statement. May be called once.
  public func forEach(_ body: Body) throws { try push(body) }
}
