import Diagnostics
import QueryEngine
import QuerySyntax
import RDF

/// Exports a view of a graph to a file or to standard output.
///
///     try Exporter(source: graph).export(profile: .named("citations"), format: .named("graphml"), to: "citations.graphml")
///
/// The same graph gives the same bytes. A file is there whole or not at all.
public struct Exporter {
  private let source: any GraphSource
  private let options: QueryOptions
  /// Merge parallel edges into one with the sum of their weights.
  private let collapsing: Bool
  /// Told now and then how many bytes have been written.
  private let progress: ((Int) -> Void)?

  /// How much was written.
  public struct Summary: Sendable, Hashable {
    public var nodes = 0
    public var edges = 0
    /// Statements, for RDF formats.
    public var triples = 0

    public init(nodes: Int = 0, edges: Int = 0, triples: Int = 0) {
      self.nodes = nodes
      self.edges = edges
      self.triples = triples
    }
  }

  public init(
    source: any GraphSource, options: QueryOptions = QueryOptions(), collapsing: Bool = false,
    progress: ((Int) -> Void)? = nil
  ) {
    self.source = source
    self.options = options
    self.collapsing = collapsing
    self.progress = progress
  }

  /// Writes to `path`, or to standard output where it is nil.
  @discardableResult
  public func export(profile: Profile, format: ExportFormat, to path: String?) throws -> Summary {
    if let path {
      return try AtomicFile.write(path) { output in
        output.onFlush = progress
        return try write(profile, format, to: output)
      }
    }
    let output = ByteOutput(descriptor: 1, name: "standard output")
    let summary = try write(profile, format, to: output)
    try output.flush()
    return summary
  }

  /// Writes to an output that the caller flushes.
  @discardableResult
  public func write(_ profile: Profile, _ format: ExportFormat, to output: ByteOutput) throws -> Summary {
    if collapsing, !format.hasEdges {
      throw Diagnostic.error(
        "format '\(format.name)' has no edges to collapse",
        hint: "graphml, gexf, dot, cytoscape and csv have", exitStatus: 2)
    }
    switch format.content {
    case .propertyGraph(let writer):
      guard collapsing else { return try write(profile, to: try writer(output)) }
      let merging = CollapsingWriter(try writer(output))
      var summary = try write(profile, to: merging)
      summary.edges = merging.edgeCount
      return summary
    case .triples(let writer):
      let prefixes = (profile.graph ?? profile.edges)?.prefixes ?? .standard
      return try writeTriples(profile, to: try writer(output, profile.name, prefixes))
    case .quads(let writer):
      let prefixes = (profile.quads ?? profile.graph ?? profile.edges)?.prefixes ?? .standard
      return try writeQuads(profile, to: try writer(output, prefixes))
    }
  }

  private func write(_ profile: Profile, to writer: some PropertyGraphWriter) throws -> Summary {
    var writer = writer
    var summary = Summary()
    if let writer = writer as? GraphMLWriter, writer.isPlain, profile.edges == nil,
      profile.graph?.asksForEverything == true, let parts = try source.parts(options: options)
    {
      let graph = try WholeGraph(name: profile.name, parts, of: source, options: options)
      (summary.nodes, summary.edges) = try graph.write(to: writer)
    } else if let edges = profile.edges {
      let graph = QueriedGraph(profile: profile, edges: edges, source: source, options: options)
      (summary.nodes, summary.edges) = try graph.write(to: &writer)
    } else if let query = profile.graph {
      let graph = TripleGraph(name: profile.name) { try source.triples(of: query, options: options) }
      (summary.nodes, summary.edges) = try graph.write(to: &writer)
    } else {
      throw Diagnostic.error(
        "profile '\(profile.name)' gives no edges", hint: "add a query behind a line '# edges'", exitStatus: 2
      )
    }
    try writer.finish()
    return summary
  }

  private func writeTriples(_ profile: Profile, to writer: some QuadWriter) throws -> Summary {
    var writer = writer
    var summary = Summary()
    if var parted = writer as? any PartWriter, profile.graph?.asksForEverything == true,
      let parts = try source.parts(options: options)
    {
      summary.triples = try parted.write(parts)
      try parted.finish()
      return summary
    }
    if let query = profile.graph {
      try source.triples(of: query, options: options).forEach {
        try writer.add(subject: $0, predicate: $1, object: $2, graph: nil)
        summary.triples += 1
      }
    } else if let edges = profile.edges {
      let statements = EdgeStatements(profile: profile, edges: edges, source: source, options: options)
      summary.triples = try statements.write(to: &writer)
    } else {
      throw Diagnostic.error(
        "profile '\(profile.name)' gives no triples", hint: "add a query behind a line '# graph'",
        exitStatus: 2)
    }
    try writer.finish()
    return summary
  }

  private func writeStatements(to writer: some QuadWriter) throws -> Summary {
    var writer = writer
    var summary = Summary()
    try source.statements(byGraph: true, options: options).forEach {
      try writer.add(subject: $0, predicate: $1, object: $2, graph: $3)
      summary.triples += 1
    }
    try writer.finish()
    return summary
  }

  private func writeQuads(_ profile: Profile, to writer: some QuadWriter) throws -> Summary {
    guard let query = profile.quads else {
      return profile.graph?.asksForEverything == true
        ? try writeStatements(to: writer) : try writeTriples(profile, to: writer)
    }
    var writer = writer
    var summary = Summary()
    let columns = ["s", "p", "o", "g"].map { name in query.variables.firstIndex { $0.name == name } ?? 0 }
    guard case .solutions(let solutions) = try source.answer(query, options: options) else { return summary }
    try solutions.forEachRow { row in
      guard let subject = row[columns[0]], let predicate = row[columns[1]], let object = row[columns[2]]
      else {
        return
      }
      try writer.add(subject: subject, predicate: predicate, object: object, graph: row[columns[3]])
      summary.triples += 1
    }
    try writer.finish()
    return summary
  }
}

extension GraphSource {
  /// The triples of a CONSTRUCT or DESCRIBE; those of the whole graph come in its fixed order.
  func triples(of query: Query, options: QueryOptions) throws -> TripleStream {
    if query.asksForEverything {
      let statements = try statements(byGraph: false, options: options)
      return TripleStream { body in
        try statements.forEach { subject, predicate, object, _ in try body(subject, predicate, object) }
      }
    }
    guard case .graph(let stream) = try answer(query, options: options) else {
      throw Diagnostic.error("expected triples from \(query.source.name)")
    }
    return stream
  }
}
