import Diagnostics
import RDF

/// A small graph made elsewhere, to be written in any of the formats for graph tools.
public struct PlainGraph: Sendable {
  public let shape: GraphShape
  /// The values of each node in the order of `shape.nodes`.
  public let nodes: [[String?]]
  public let edges: [Edge]

  /// An edge between two positions in `nodes`, with its values in the order of `shape.edges`.
  public struct Edge: Sendable {
    public let source: Int
    public let target: Int
    public let values: [String?]

    public init(_ source: Int, _ target: Int, _ values: [String?]) {
      self.source = source
      self.target = target
      self.values = values
    }
  }

  public init(shape: GraphShape, nodes: [[String?]], edges: [Edge]) {
    self.shape = shape
    self.nodes = nodes
    self.edges = edges
  }

  /// Writes everything; the caller flushes.
  ///
  /// - Throws: an error for a format of statements, which has no nodes and edges, and for text that the format cannot hold.
  public func write(as format: ExportFormat, to output: ByteOutput) throws {
    guard case .propertyGraph(let make) = format.content else {
      throw Diagnostic.error("'\(format.name)' is no format for nodes and edges", exitStatus: 2)
    }
    do {
      try write(to: try make(output))
    } catch let error as UnwritableTerm {
      throw Diagnostic.error("cannot write the graph as \(format.name): \(error.reason)")
    }
  }

  private func write(to writer: some PropertyGraphWriter) throws {
    var writer = writer
    try writer.begin(shape)
    for (index, values) in nodes.enumerated() {
      try withBytes(of: values) { try writer.add(GraphNode(index: index, values: $0)) }
    }
    for (index, edge) in edges.enumerated() {
      try withBytes(of: edge.values) {
        try writer.add(GraphEdge(index: index, source: edge.source, target: edge.target, values: $0))
      }
    }
    try writer.finish()
  }

  /// Hands over the texts one behind the other in one buffer.
  private func withBytes(of values: [String?], _ body: ([TextBytes?]) throws -> Void) rethrows {
    var bytes: [UInt8] = []
    let ranges = values.map { value -> Range<Int>? in
      guard let value else { return nil }
      let start = bytes.count
      bytes += value.utf8
      return start..<bytes.count
    }
    try bytes.withUnsafeBufferPointer { buffer in
      try body(ranges.map { $0.map { TextBytes(rebasing: buffer[$0]) } })
    }
  }
}
