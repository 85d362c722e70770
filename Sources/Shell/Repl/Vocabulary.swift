import Diagnostics
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
  private lazy var names: [String] = load()

  init(session: Session) { self.session = session }

  /// The words that begin like `beginning`, sorted.
  func completions(for beginning: String) -> [String] {
    if beginning.hasPrefix(".") {
      return ShellCommand.all.map { "." + $0.name }.filter { $0.hasPrefix(beginning) }
    }
    if beginning.isEmpty { return [] }
    let upper = beginning.uppercased()
    return names.filter { $0.hasPrefix(beginning) } + Vocabulary.keywords.filter { $0.hasPrefix(upper) }
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
