/// Limits and switches of one update request.
public struct UpdateOptions: Sendable {
  /// Limits of each WHERE; its default graph, like a query's, is the union of all graphs unless WITH or USING says otherwise.
  public var query: QueryOptions
  /// Whether LOAD reads files of this machine. No other LOAD is ever done: nothing is fetched from a network.
  public var loadsFiles: Bool

  public init(query: QueryOptions = QueryOptions(), loadsFiles: Bool = false) {
    self.query = query
    self.loadsFiles = loadsFiles
  }
}

/// What an update request did.
public struct UpdateReport: Sendable, Hashable {
  /// Quads in the store before and after it.
  public let before: Int
  public let after: Int
}
