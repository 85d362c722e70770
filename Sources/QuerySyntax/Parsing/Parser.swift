import Diagnostics
import RDF

/// A recursive-descent parser of SPARQL 1.1 (§19.8): one terminal of lookahead, one file per group of grammar rules.
struct Parser {
  let source: SourceText
  var lexer: Lexer
  /// The terminal that is looked at; not yet taken.
  var token: Token
  /// `token` in upper case where it is a bare word; otherwise empty.
  var word = ""
  /// The end of the terminal taken last, in the lexer's bytes.
  var previousEnd = 0
  var prefixes: PrefixMap
  var base: String
  /// Blank node labels met so far.
  var labels: Set<String> = []
  /// Groups, brackets and calls that are open.
  var depth = 0
  /// Levels of the triples that are being parsed.
  var pathLevels = 0
  /// Levels that what was parsed last has in the algebra, or a few more.
  var height = 0

  /// How deep groups, brackets and calls may nest: whoever walks the tree does so by recursion.
  static let depthLimit = 256
  /// How many operators may stand on top of one another: `1 + 1 + 1` needs no bracket to be a tree of three levels.
  static let heightLimit = 1_000
  /// Triples of one pattern: each is joined with all others, and every order is weighed.
  static let triplesLimit = 500

  init(_ source: SourceText, prefixes: PrefixMap, base: String) throws {
    self.source = source
    self.prefixes = prefixes
    self.base = base
    lexer = try Lexer(source)
    token = try lexer.next()
    readWord()
  }

  // MARK: Taking terminals

  mutating func advance() throws {
    previousEnd = token.range.upperBound
    token = try lexer.next()
    readWord()
  }

  private mutating func readWord() {
    word = token.kind == .word ? lexer.string(token.range).uppercased() : ""
  }

  /// Takes the terminal if it is of this kind.
  mutating func take(_ kind: Token.Kind) throws -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  /// Takes the terminal if it is this keyword, given in upper case.
  mutating func take(_ keyword: String) throws -> Bool {
    guard word == keyword else { return false }
    try advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind) throws {
    guard token.kind == kind else { throw expected(kind.rawValue) }
    try advance()
  }

  mutating func expect(_ keyword: String) throws {
    guard word == keyword else { throw expected(keyword, keywords: [keyword]) }
    try advance()
  }

  /// Takes the bracket that closes what was opened at `open`.
  mutating func close(_ kind: Token.Kind, openedAt open: Range<Int>, keywords: [String] = [])
    throws
  {
    if token.kind == kind { return try advance() }
    if token.kind == .end {
      let (line, column) = source.position(at: lexer.text.original(open).lowerBound)
      throw error(
        "missing \(kind.rawValue)", previousEnd..<previousEnd,
        hint: "for the '\(lexer.string(open))' at line \(line), column \(column)")
    }
    throw expected(kind.rawValue, keywords: keywords)
  }

  var text: String { lexer.string(token.range) }

  // MARK: Ranges

  /// `node` with the text from `start` to the terminal taken last; the node is parsed before this call, not in it.
  func ranged<Node>(_ node: Node, from start: Int) -> Ranged<Node> {
    Ranged(node, lexer.text.original(start..<max(start, previousEnd)))
  }

  // MARK: Bounds

  /// Runs `body` one level deeper.
  mutating func nested<Result>(
    _ body: (inout Parser) throws -> Result
  ) throws -> Result {
    guard depth < Parser.depthLimit else { throw error("nested too deeply", token.range) }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  /// Notes that what was parsed last has so many levels above parts of the given height.
  mutating func stack(_ levels: Int = 1, on height: Int) throws {
    self.height = height + levels
    if self.height > Parser.heightLimit {
      throw error("more than \(Parser.heightLimit) operations on top of one another", token.range)
    }
  }
}
