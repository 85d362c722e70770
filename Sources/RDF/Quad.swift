/// A triple in a named graph, or in the default graph where `graph` is nil (RDF 1.1 Concepts §4).
public struct Quad: Hashable, Sendable {
  public let triple: Triple
  public let graph: Term?

  public init(_ triple: Triple, graph: Term? = nil) {
    self.triple = triple
    self.graph = graph
  }
}
