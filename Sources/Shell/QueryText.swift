import Diagnostics
import QuerySyntax
import RDF

/// A query as people type it: SPARQL, or a bare pattern, where `?a :recalls ?b` stands for `SELECT * WHERE { ?a :recalls ?b }`.
public enum QueryText {
  /// - Throws: an error with exit status 2 that points into the text.
  public static func parse(_ source: SourceText, prefixes: PrefixMap = .standard) throws -> Query {
    isBarePattern(source.text)
      ? try SPARQL.parsePattern(source, prefixes: prefixes) : try SPARQL.parse(source, prefixes: prefixes)
  }

  /// The query as SPARQL without any short form: with the declarations that it needs, and by itself.
  static func writtenOut(_ source: SourceText, prefixes: PrefixMap) throws -> String {
    let tree =
      isBarePattern(source.text)
      ? try SPARQL.parsePatternTree(source, prefixes: prefixes)
      : try SPARQL.parseTree(source, prefixes: prefixes)
    let text = tree.sparql(prefixes: prefixes)
    // A prefix is needed where the text reads otherwise without it.
    let needed = prefixes.pairs.filter { pair in
      var fewer = prefixes
      fewer[pair.prefix] = nil
      return tree.sparql(prefixes: fewer) != text
    }
    return needed.map { "PREFIX \($0.prefix): <\($0.namespace)>\n" }.joined() + text
  }

  /// Whether a text is a whole query or update request as it stands.
  static func parses(_ text: String) -> Bool {
    let source = SourceText(name: "", text: text)
    if (try? SPARQL.parseTree(source)) != nil { return true }
    return (try? SPARQL.parseUpdateTree(source))?.steps.contains { $0.operation != nil } ?? false
  }

  /// Words that begin a pattern rather than a query.
  private static let patternWords: Set<String> = [
    "OPTIONAL", "FILTER", "BIND", "VALUES", "GRAPH", "MINUS", "SERVICE",
  ]

  static func isBarePattern(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { $0 > 0x20 }) else { return false }
    switch first {
    case UInt8(ascii: "?"), UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "("),
      UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: "_"):
      return true
    default:
      let word = firstWord(of: text)
      return patternWords.contains(word) || word.utf8.contains(UInt8(ascii: ":")) && !word.hasPrefix("PREFIX")
    }
  }

  /// The first word in upper case.
  static func firstWord(of text: String) -> String {
    let word = text.utf8.drop { $0 <= 0x20 }.prefix {
      $0 > 0x20 && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "<")
    }
    return String(decoding: word, as: UTF8.self).uppercased()
  }
}
