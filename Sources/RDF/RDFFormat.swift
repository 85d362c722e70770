import Diagnostics

/// A text format of RDF 1.1 that can be read; those in `written` have a writer here too.
public enum RDFFormat: String, Sendable, CaseIterable {
  case ntriples
  case turtle
  case nquads
  case trig
  case rdfxml

  /// The formats that `writer` writes; RDF/XML, which wants its namespaces chosen, is written by module Export.
  public static let written: [RDFFormat] = [.ntriples, .turtle, .nquads, .trig]

  /// The extension of its files, without the dot.
  public var fileExtension: String {
    switch self {
    case .ntriples: "nt"
    case .turtle: "ttl"
    case .nquads: "nq"
    case .trig: "trig"
    case .rdfxml: "rdf"
    }
  }

  /// Whether a file may hold more than the default graph.
  public var hasGraphs: Bool { self == .nquads || self == .trig }

  /// The format of a file by its extension, in whatever case and with or without `.gz` behind it; nil where it says nothing.
  public init?(path: String) {
    var parts = path.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    if parts.last == "gz" { parts.removeLast() }
    let found = parts.count > 1 ? parts.last : nil
    guard let format = RDFFormat.allCases.first(where: { $0.fileExtension == found ?? "" }) else {
      return nil
    }
    self = format
  }
}

extension RDFFormat {
  /// Writes this format, one of `written`, to `output`.
  public func writer(to output: ByteOutput, prefixes: PrefixMap = .standard) throws -> any QuadWriter {
    switch self {
    case .ntriples, .nquads: LineWriter(to: output, graphs: hasGraphs)
    case .turtle, .trig: try TurtleWriter(to: output, prefixes: prefixes, graphs: hasGraphs)
    case .rdfxml: throw Diagnostic.error("RDF/XML is not written here")
    }
  }
}
