import Diagnostics
import RDF

/// A format that graphs are exported in.
///
/// To add one, write a file with its writer and a constant like those below, and name that in `all`.
public struct ExportFormat: Sendable {
  /// The word after `--format`.
  public let name: String
  /// The usual extension of its files, without the dot.
  public let fileExtension: String
  /// One line: what it is and which tools read it.
  public let summary: String
  let content: Content
  /// The same for one tool, by the word after `--flavor`.
  private let flavors: [String: Content]

  /// What a format holds, and what writes it.
  enum Content: Sendable {
    /// Nodes and edges with attributes.
    case propertyGraph(@Sendable (ByteOutput) throws -> any PropertyGraphWriter)
    /// Triples of one graph. The name is the profile's.
    case triples(@Sendable (ByteOutput, _ name: String, PrefixMap) throws -> any QuadWriter)
    /// Triples in named graphs.
    case quads(@Sendable (ByteOutput, PrefixMap) throws -> any QuadWriter)
  }

  public static let all: [ExportFormat] = [
    graphml, gexf, dot, cytoscape, csv, csvNodes, rdfxml, turtle, ntriples, nquads, trig, jsonld,
  ]

  /// The format of that name.
  public static func named(_ name: String) throws -> ExportFormat {
    if let found = all.first(where: { $0.name == name }) { return found }
    let names = all.map(\.name)
    throw Diagnostic.error(
      "no export format '\(name)'",
      hint: Suggestion.hint(for: name, among: names) ?? "there are \(names.joined(separator: ", "))",
      exitStatus: 2)
  }

  /// The format of a file by its extension; nil where it says nothing.
  public init?(path: String) {
    let path = path.lowercased()
    // The longest of several that fit: `x.nodes.csv` is no edge list.
    let fitting = ExportFormat.all.filter { path.hasSuffix("." + $0.fileExtension) }
    guard let found = fitting.max(by: { $0.fileExtension.utf8.count < $1.fileExtension.utf8.count }) else {
      return nil
    }
    self = found
  }

  init(
    _ name: String, fileExtension: String, summary: String, _ content: Content,
    flavors: [String: Content] = [:]
  ) {
    self.name = name
    self.fileExtension = fileExtension
    self.summary = summary
    self.content = content
    self.flavors = flavors
  }

  /// The words that `--flavor` knows for this format.
  public var flavorNames: [String] { flavors.keys.sorted() }

  /// This format as one tool likes it best.
  public func flavored(_ flavor: String) throws -> ExportFormat {
    guard let content = flavors[flavor] else {
      throw Diagnostic.error(
        "format '\(name)' has no flavor '\(flavor)'",
        hint: flavors.isEmpty ? "it has none" : "there is \(flavorNames.joined(separator: ", "))",
        exitStatus: 2)
    }
    return ExportFormat(name, fileExtension: fileExtension, summary: summary, content)
  }

  /// Whether it holds nodes and edges, so that parallel edges can be merged.
  public var hasEdges: Bool {
    if case .propertyGraph = content { true } else { false }
  }
}

extension ExportFormat {
  static let turtle = ExportFormat(
    "turtle", fileExtension: "ttl", summary: "Turtle: RDF to read and to edit",
    .triples { output, _, prefixes in
      TextPartWriter(try TurtleWriter(to: output, prefixes: prefixes), to: output) {
        try TurtleWriter(to: $0, prefixes: prefixes, isContinued: true)
      }
    })

  static let ntriples = ExportFormat(
    "ntriples", fileExtension: "nt", summary: "N-Triples: RDF a line at a time, for pipes and loaders",
    .triples { output, _, _ in TextPartWriter(LineWriter(to: output), to: output) { LineWriter(to: $0) } })

  static let nquads = ExportFormat(
    "nquads", fileExtension: "nq", summary: "N-Quads: N-Triples with the document that states each",
    .quads { output, prefixes in try RDFFormat.nquads.writer(to: output, prefixes: prefixes) })

  static let trig = ExportFormat(
    "trig", fileExtension: "trig", summary: "TriG: Turtle in a block for each document",
    .quads { output, prefixes in try RDFFormat.trig.writer(to: output, prefixes: prefixes) })
}
