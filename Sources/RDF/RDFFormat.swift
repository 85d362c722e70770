/// A text format of RDF 1.1 that can be read and written.
public enum RDFFormat: String, Sendable, CaseIterable {
  case ntriples
  case turtle
  case nquads
  case trig

  /// The extension of its files, without the dot.
  public var fileExtension: String {
    switch self {
    case .ntriples: "nt"
    case .turtle: "ttl"
    case .nquads: "nq"
    case .trig: "trig"
    }
  }

  /// Whether a file may hold more than the default graph.
  public var hasGraphs: Bool { self == .nquads || self == .trig }

  /// The format of a file by its extension, in whatever case; nil where it says nothing.
  public init?(path: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let found = path[path.index(after: dot)...].lowercased()
    guard let format = RDFFormat.allCases.first(where: { $0.fileExtension == found }) else { return nil }
    self = format
  }
}

extension RDFFormat {
  /// Writes this format to `output`.
  public func writer(to output: ByteOutput, prefixes: PrefixMap = .standard) throws -> any QuadWriter {
    switch self {
    case .ntriples, .nquads: LineWriter(to: output, graphs: hasGraphs)
    case .turtle, .trig: try TurtleWriter(to: output, prefixes: prefixes, graphs: hasGraphs)
    }
  }
}
