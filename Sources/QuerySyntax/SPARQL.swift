import Diagnostics
import RDF

/// SPARQL 1.1: text to syntax tree to algebra.
///
///     let query = try SPARQL.parse(SourceText(name: "query", text: "SELECT ?r { ?r :recalls+ <A/RES/53/70> }"))
///
/// The standard prefixes and the base `https://undocs.org/` are declared beforehand; the query's own win. Errors are
/// `Diagnostic`s with exit status 2 that point into the text.
public enum SPARQL {
  /// Parses a query and translates it to algebra.
  public static func parse(
    _ source: SourceText, prefixes: PrefixMap = .standard, base: String = Stemma.documents
  ) throws -> Query {
    var parser = try Parser(source, prefixes: prefixes, base: base)
    let tree = try parser.query()
    return try Translator.query(tree, of: parser)
  }

  /// Parses a bare group pattern, `?r :recalls+ <A/RES/53/70>`, as `SELECT * WHERE { … }`.
  public static func parsePattern(
    _ source: SourceText, prefixes: PrefixMap = .standard, base: String = Stemma.documents
  ) throws -> Query {
    var parser = try Parser(source, prefixes: prefixes, base: base)
    let tree = try parser.barePattern()
    return try Translator.query(tree, of: parser)
  }

  /// Parses a query to its syntax tree; the rules on variables and blank nodes are not checked yet.
  public static func parseTree(
    _ source: SourceText, prefixes: PrefixMap = .standard, base: String = Stemma.documents
  ) throws -> QueryTree {
    var parser = try Parser(source, prefixes: prefixes, base: base)
    return try parser.query()
  }

  /// Parses a bare group pattern to the syntax tree of the SELECT that it stands for.
  public static func parsePatternTree(
    _ source: SourceText, prefixes: PrefixMap = .standard, base: String = Stemma.documents
  ) throws -> QueryTree {
    var parser = try Parser(source, prefixes: prefixes, base: base)
    return try parser.barePattern()
  }

  /// Parses an update request and translates its patterns to algebra.
  public static func parseUpdate(
    _ source: SourceText, prefixes: PrefixMap = .standard, base: String = Stemma.documents
  ) throws -> Update {
    var parser = try Parser(source, prefixes: prefixes, base: base)
    let tree = try parser.update()
    return try Translator.update(tree, of: parser)
  }

  /// Parses an update request to its syntax tree; the rules on variables and blank nodes are not checked yet.
  public static func parseUpdateTree(
    _ source: SourceText, prefixes: PrefixMap = .standard, base: String = Stemma.documents
  ) throws -> UpdateTree {
    var parser = try Parser(source, prefixes: prefixes, base: base)
    return try parser.update()
  }

  /// Whether a text is an update request rather than a query, by the first word behind its declarations.
  public static func isUpdate(_ source: SourceText, prefixes: PrefixMap = .standard) -> Bool {
    guard var parser = try? Parser(source, prefixes: prefixes, base: Stemma.documents) else { return false }
    return (try? parser.beginsUpdate()) ?? false
  }

  /// Whether a text typed so far has all its brackets closed and its strings ended, so that a prompt need not ask for
  /// more; a text that no further typing can mend counts as complete.
  public static func isComplete(_ text: String) -> Bool {
    guard var lexer = try? Lexer(SourceText(name: "", text: text)) else { return true }
    var open = 0
    while true {
      guard let token = try? lexer.next() else { return !lexer.stoppedInLongString }
      switch token.kind {
      case .openBrace, .openParenthesis, .openBracket: open += 1
      case .closeBrace, .closeParenthesis, .closeBracket: open -= 1
      case .end: return open <= 0
      default: break
      }
    }
  }
}
