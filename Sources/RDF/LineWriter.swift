/// Writes N-Triples or N-Quads (RDF 1.1), one line for each statement, in the order in which they come.
public struct LineWriter: QuadWriter {
  private let output: ByteOutput
  private let hasGraphs: Bool

  /// - Parameter graphs: true for N-Quads; false leaves the graphs out.
  public init(to output: ByteOutput, graphs: Bool = false) {
    self.output = output
    hasGraphs = graphs
  }

  public mutating func add(
    subject: TermBytes, predicate: TermBytes, object: TermBytes, graph: TermBytes?
  ) throws {
    do {
      try output.append(term: subject)
      try output.append(UInt8(ascii: " "))
      try output.append(term: predicate)
      try output.append(UInt8(ascii: " "))
      try output.append(term: object)
      if hasGraphs, let graph {
        try output.append(UInt8(ascii: " "))
        try output.append(term: graph)
      }
    } catch let error as UnwritableTerm {
      throw error.refusal(subject, predicate, object, as: hasGraphs ? "N-Quads" : "N-Triples")
    }
    try output.append(" .\n")
  }

  public mutating func finish() {}
}
