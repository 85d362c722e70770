import QuerySyntax
import RDF

/// Whatever answers queries: the local store today, a SPARQL endpoint tomorrow. Shell and Export ask only through this, Lineage
/// through `NavigableGraph`.
public protocol GraphSource: AnyObject {
  /// Answers `query`. Solutions and triples are produced as they are asked for; an error may come at any step.
  func answer(_ query: Query, options: QueryOptions) throws -> Answer

  /// Every statement, each once, in the same order whenever the graph is the same: blank nodes first, then IRIs by their bytes; of
  /// one subject `rdf:type` first, then by predicate and object.
  ///
  /// - Parameter byGraph: true for graph after graph, what stands in no named graph first; false for all graphs merged.
  func statements(byGraph: Bool, options: QueryOptions) throws -> StatementStream

  /// What `statements` gives for all graphs merged, for several threads; nil where the source reads on one thread only.
  func parts(options: QueryOptions) throws -> StatementParts?
}

extension GraphSource {
  public func parts(options: QueryOptions) throws -> StatementParts? { nil }
}

/// A graph source that can be changed too.
public protocol UpdatableGraph: GraphSource {
  /// Runs the operations of a request one after the other: all of them, or, where one fails, none.
  func update(_ update: Update, options: UpdateOptions) throws -> UpdateReport
}

/// Limits and switches of one answer.
public struct QueryOptions: Sendable {
  /// Seconds after which the query ends with an error; nil = never.
  public var timeout: Double?
  /// Bytes that operators may hold; nil = no limit.
  public var memory: Int?
  /// Set from elsewhere (Ctrl-C) to end the query.
  public var cancellation: Cancellation?
  /// Off: joins in the order written, filters where they stand. The answers are the same.
  public var optimize = true
  /// True: the default graph of a query without FROM is the union of all graphs. False: only what stands in no named graph.
  public var unionDefaultGraph = true

  public init(
    timeout: Double? = nil, memory: Int? = nil, cancellation: Cancellation? = nil, optimize: Bool = true,
    unionDefaultGraph: Bool = true
  ) {
    self.timeout = timeout
    self.memory = memory
    self.cancellation = cancellation
    self.optimize = optimize
    self.unionDefaultGraph = unionDefaultGraph
  }
}

/// What a query gives.
public enum Answer {
  /// SELECT
  case solutions(Solutions)
  /// ASK
  case boolean(Bool)
  /// CONSTRUCT and DESCRIBE
  case graph(TripleStream)
}
