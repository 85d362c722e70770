import Diagnostics
import RDF

/// Triples, property lists and collections (grammar rules [52], [55], [73]–[83], [98]–[107]).
extension Parser {
  /// Parses a verb: a property path in a pattern, an IRI or a variable in a template.
  typealias VerbParser = (inout Parser) throws -> Ranged<PropertyTree.Verb>

  /// Whether a subject begins here.
  var startsTriples: Bool {
    switch token.kind {
    case .variable, .iri, .prefixedName, .blankLabel, .openParenthesis, .openBracket: return true
    default: return isLiteral
    }
  }

  /// Subjects with their properties, with dots between them. Triples are one level, and so is each path by itself.
  mutating func triplesBlock(verb: VerbParser) throws -> [TriplesTree] {
    var triples: [TriplesTree] = []
    pathLevels = 1
    repeat {
      triples.append(try triplesSameSubject(verb: verb))
    } while try take(.dot) && startsTriples
    height = pathLevels
    return triples
  }

  /// `{ triples }` without paths: the template of a CONSTRUCT, or its short form's pattern.
  mutating func templateBlock() throws -> [TriplesTree] {
    let open = token.range
    guard try take(.openBrace) else { throw expected("'{'") }
    let triples = startsTriples ? try triplesTemplate() : []
    try close(.closeBrace, openedAt: open)
    return triples
  }

  mutating func triplesTemplate() throws -> [TriplesTree] {
    try triplesBlock(verb: { try $0.simpleVerb() })
  }

  private mutating func triplesSameSubject(verb: VerbParser) throws -> TriplesTree {
    let subject = try node(verb: verb)
    if subject.node.mayStandAlone, !startsVerb { return TriplesTree(subject: subject, properties: []) }
    return TriplesTree(subject: subject, properties: try propertyList(verb: verb))
  }

  private var startsVerb: Bool {
    switch token.kind {
    case .variable, .iri, .prefixedName, .caret, .not, .openParenthesis: return true
    default: return token.kind == .word && text == "a"
    }
  }

  /// `verb object, object ; verb object`; a `;` may be repeated and may stand last.
  private mutating func propertyList(verb: VerbParser) throws -> [PropertyTree] {
    var properties: [PropertyTree] = []
    repeat {
      let name = try verb(&self)
      var objects = [try node(verb: verb)]
      while try take(.comma) { objects.append(try node(verb: verb)) }
      if !name.node.isSimple { pathLevels += objects.count }
      properties.append(PropertyTree(verb: name, objects: objects))
      var more = false
      while try take(.semicolon) { more = true }
      if !more { break }
    } while startsVerb
    return properties
  }

  /// A variable, `a` or an IRI [78].
  private mutating func simpleVerb() throws -> Ranged<PropertyTree.Verb> {
    let start = token.range.lowerBound
    if token.kind == .variable { return try variable().map { .variable($0) } }
    if token.kind == .word, text == "a" {
      try advance()
      return ranged(.path(.predicate(RDF.type)), from: start)
    }
    guard isIRI else { throw expectedTerm("a property") }
    let name = try iri()
    return ranged(.path(.predicate(name)), from: start)
  }

  /// A subject or an object.
  private mutating func node(verb: VerbParser) throws -> Ranged<NodeTree> {
    let start = token.range.lowerBound
    switch token.kind {
    case .variable: return try variable().map { .variable($0) }
    case .iri, .prefixedName:
      let name = try iri()
      return ranged(.term(.iri(name)), from: start)
    case .blankLabel:
      let label = lexer.string(start + 2..<token.range.upperBound)
      labels.insert(label)
      try advance()
      return ranged(.label(label), from: start)
    case .openBracket: return try nested { try $0.blankNode(verb: verb) }
    case .openParenthesis:
      return try nested { try $0.collection(verb: verb) }
    default:
      guard isLiteral else {
        throw expectedTerm("a variable, an IRI, a literal or a blank node", keywords: ["true", "false"])
      }
      let value = try literal()
      return ranged(.term(.literal(value)), from: start)
    }
  }

  /// `[]` or `[ properties ]`
  private mutating func blankNode(verb: VerbParser) throws -> Ranged<NodeTree> {
    let open = token.range
    try advance()
    if try take(.closeBracket) { return ranged(.blank([]), from: open.lowerBound) }
    let properties = try propertyList(verb: verb)
    try close(.closeBracket, openedAt: open)
    return ranged(.blank(properties), from: open.lowerBound)
  }

  /// `( nodes )`
  private mutating func collection(verb: VerbParser) throws -> Ranged<NodeTree> {
    let open = token.range
    try advance()
    var items: [Ranged<NodeTree>] = []
    while token.kind != .closeParenthesis, token.kind != .end { items.append(try node(verb: verb)) }
    try close(.closeParenthesis, openedAt: open)
    return ranged(items.isEmpty ? .term(.iri(RDF.nil)) : .collection(items), from: open.lowerBound)
  }
}
