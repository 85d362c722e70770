import Diagnostics
import Queries
import QuerySyntax
import RDF

/// The words that Tab completes: commands, keywords, prefixed names and document symbols.
final class Vocabulary {
  private static let keywords = [
    "ASK", "BIND", "CONSTRUCT", "COUNT", "DELETE", "DESCRIBE", "DISTINCT", "EXISTS", "FILTER", "FROM",
    "GRAPH",
    "GROUP BY", "HAVING", "INSERT", "LIMIT", "MINUS", "NOT EXISTS", "OFFSET", "OPTIONAL", "ORDER BY", "PATHS",
    "PREFIX", "SELECT", "UNION", "VALUES", "WHERE",
  ]

  private unowned let session: Session
  /// Read from the store when Tab is first pressed.
  private var names: [String]?

  init(session: Session) { self.session = session }

  /// The words that begin like `beginning`, sorted; behind a command those that it takes.
  func completions(for beginning: String, in line: String) -> [String] {
    if beginning.hasPrefix(".") {
      return ShellCommand.all.map { "." + $0.name }.filter { $0.hasPrefix(beginning) }
    }
    if let words = arguments(of: line.dropLast(beginning.count)) {
      return words.filter { $0.hasPrefix(beginning) }
    }
    if beginning.isEmpty { return [] }
    let known = names ?? load()
    names = known
    let upper = beginning.uppercased()
    return known.filter { $0.hasPrefix(beginning) } + Vocabulary.keywords.filter { $0.hasPrefix(upper) }
  }

  /// Reads the store's names again when they are next asked for.
  func forget() { names = nil }

  /// What the command on a line takes next; nil where that is a query, or nothing in particular.
  private func arguments(of line: Substring) -> [String]? {
    let words = line.split(separator: " ")
    return switch words.first {
    case ".run": words.count < 2 ? QueryLibrary.all.map(\.name).sorted() : parameters(of: String(words[1]))
    case ".mode": ResultFormat.all.map(\.name).sorted() + ["auto"]
    case ".timer": ["off", "on"]
    default: nil
    }
  }

  private func parameters(of query: String) -> [String] {
    QueryLibrary.all.first { $0.name == query }?.parameters.map { $0.name + "=" } ?? []
  }

  private func load() -> [String] {
    let shortener = TermShortener(prefixes: session.prefixes)
    let queries = [
      "SELECT DISTINCT ?name WHERE { ?s ?name ?o }", "SELECT DISTINCT ?name WHERE { ?s a ?name }",
      "SELECT DISTINCT ?name WHERE { ?name dcterms:identifier ?symbol }",
    ]
    var words = Set(session.prefixes.pairs.map { $0.prefix + ":" })
    for query in queries {
      for case .iri(let iri)?? in (try? session.rows(query))?.map(\.first) ?? [] {
        words.insert(shortener.text(forIRI: iri.value))
      }
    }
    return words.sorted()
  }
}
