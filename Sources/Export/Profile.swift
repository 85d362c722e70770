import Diagnostics
import Exports
import Queries
import QuerySyntax
import RDF

/// A view of the graph that is exported: which nodes, edges and triples, as queries in one file.
///
///     let profile = try Profile.named("citations")
///     let ancestors = try Profile.named("lineage", arguments: ["document=A/RES/73/27"])
///     let own = try Profile(path: "own.rq")
///
/// `# param:` lines at the head of the file declare parameters as in the library of queries; a word `key=value` sets one.
public struct Profile: Sendable {
  /// The name shown in exports: that of the file without its extension.
  public let name: String
  /// What the profile shows: the file's first line.
  public let summary: String
  let nodes: Query?
  let edges: Query?
  let graph: Query?
  let quads: Query?
  let types: [String: AttributeType]

  /// The profiles that come with Stemma.
  public static let bundled: [String] = BundledProfiles.all.map(\.name)

  /// A bundled profile by its name.
  public static func named(_ name: String, arguments: [String] = []) throws -> Profile {
    guard let found = BundledProfiles.all.first(where: { $0.name == name }) else {
      throw Diagnostic.error(
        "no export profile '\(name)'",
        hint: Suggestion.hint(for: name, among: bundled) ?? "there are \(bundled.joined(separator: ", "))",
        exitStatus: 2)
    }
    return try Profile(name: name, text: found.text, arguments: arguments)
  }

  /// A profile in a file.
  public init(path: String, arguments: [String] = []) throws {
    let file = try MappedFile(path: path)
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasSuffix(".rq") { name.removeLast(3) }
    try self.init(
      name: name, path: path, text: String(decoding: file.bytes, as: UTF8.self), arguments: arguments)
  }

  /// A bundled profile's name or a file: a word with a dot or a slash in it is a path.
  public static func find(_ word: String, arguments: [String] = []) throws -> Profile {
    if bundled.contains(word) || !(word.contains(".") || word.contains("/")) {
      return try named(word, arguments: arguments)
    }
    return try Profile(path: word, arguments: arguments)
  }

  /// Reads the sections of `text`; errors point into `path`.
  public init(name: String, path: String? = nil, text: String, arguments: [String] = []) throws {
    let filled = try LibraryQuery(name: name, text: text).source(arguments: arguments).text
    let file = ProfileText(filled, name: path ?? name + ".rq")
    self.name = name
    summary = file.summary
    types = try file.types()
    var queries: [ProfileText.Section: Query] = [:]
    for (section, source) in file.sections { queries[section] = try SPARQL.parse(source) }
    if let whole = file.whole {
      let query = try SPARQL.parse(whole)
      queries[try Profile.section(of: query, in: whole)] = query
    }
    nodes = queries[.nodes]
    edges = queries[.edges]
    graph = queries[.graph]
    quads = queries[.quads]
    try requireShape()
  }

  /// What the only query of a file without section lines gives.
  private static func section(of query: Query, in source: SourceText) throws -> ProfileText.Section {
    switch query.form {
    case .construct, .describe: return .graph
    case .select:
      let names = query.variables.map(\.name)
      if names.contains("source"), names.contains("target") { return .edges }
      if names.contains("node") { return .nodes }
    case .ask, .paths: break
    }
    throw Diagnostic.error(
      "'\(source.name)' is no export profile: it needs a CONSTRUCT, or a SELECT of ?source and ?target",
      exitStatus: 2)
  }

  private func requireShape() throws {
    for (query, section, needed) in [
      (nodes, "nodes", ["node"]), (edges, "edges", ["source", "target"]),
      (quads, "quads", ["s", "p", "o", "g"]),
    ] {
      guard let query else { continue }
      guard case .select = query.form else { throw refusal(section, "a SELECT", query) }
      for name in needed where !query.variables.contains(where: { $0.name == name }) {
        throw refusal(section, "a variable ?\(name)", query)
      }
    }
    if let graph {
      switch graph.form {
      case .construct, .describe: break
      case .select, .ask, .paths: throw refusal("graph", "a CONSTRUCT", graph)
      }
    }
    if nodes == nil, edges == nil, graph == nil {
      throw Diagnostic.error("profile '\(name)' has no query", exitStatus: 2)
    }
  }

  private func refusal(_ section: String, _ needed: String, _ query: Query) -> Diagnostic {
    .error("the query '\(section)' of \(query.source.name) needs \(needed)", exitStatus: 2)
  }
}
