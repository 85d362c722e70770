import Diagnostics
import RDF

/// Property paths (grammar rules [84]–[96]).
extension Parser {
  /// A variable or a property path.
  mutating func pathVerb() throws -> Ranged<PropertyTree.Verb> {
    let start = token.range.lowerBound
    if token.kind == .variable { return try variable().map { .variable($0) } }
    let path = try path()
    return ranged(.path(path), from: start)
  }

  /// `path | path`
  private mutating func path() throws -> PropertyPath {
    var left = try pathSequence()
    while try take(.bar) {
      let leftHeight = height
      let right = try pathSequence()
      try stack(on: max(leftHeight, height))
      left = .alternative(left, right)
    }
    return left
  }

  /// `path / path`
  private mutating func pathSequence() throws -> PropertyPath {
    var left = try pathElement()
    while try take(.slash) {
      let leftHeight = height
      let right = try pathElement()
      try stack(on: max(leftHeight, height))
      left = .sequence(left, right)
    }
    return left
  }

  /// `^path`, and `path` with `?`, `*` or `+` behind it
  private mutating func pathElement() throws -> PropertyPath {
    let isInverse = try take(.caret)
    var path = try pathPrimary()
    if try take(.question) {
      path = .zeroOrOne(path)
    } else if try take(.star) {
      path = .zeroOrMore(path)
    } else if try take(.plus) {
      path = .oneOrMore(path)
    }
    try stack(on: height + 1)
    return isInverse ? .inverse(path) : path
  }

  private mutating func pathPrimary() throws -> PropertyPath {
    height = 0
    if let name = try predicate() { return .predicate(name) }
    if try take(.not) { return try negatedSet() }
    guard token.kind == .openParenthesis else { throw expectedTerm("a property") }
    let open = token.range
    return try nested { parser in
      try parser.advance()
      let path = try parser.path()
      try parser.close(.closeParenthesis, openedAt: open)
      return path
    }
  }

  /// `a` or an IRI; nil where neither stands.
  private mutating func predicate() throws -> IRI? {
    if token.kind == .word, text == "a" {
      try advance()
      return RDF.type
    }
    return isIRI ? try iri() : nil
  }

  /// What follows `!`: one property or a list of them, each perhaps inverted [94]–[96].
  private mutating func negatedSet() throws -> PropertyPath {
    var forward: [IRI] = []
    var inverse: [IRI] = []
    let open = token.range
    if try take(.openParenthesis) {
      if token.kind != .closeParenthesis {
        repeat { try negatedMember(&forward, &inverse) } while try take(.bar)
      }
      try close(.closeParenthesis, openedAt: open)
    } else {
      try negatedMember(&forward, &inverse)
    }
    return .negated(
      forward: forward.isEmpty && !inverse.isEmpty ? nil : forward, inverse: inverse.isEmpty ? nil : inverse)
  }

  private mutating func negatedMember(_ forward: inout [IRI], _ inverse: inout [IRI]) throws {
    let isInverse = try take(.caret)
    guard let name = try predicate() else { throw expectedTerm("a property") }
    if isInverse { inverse.append(name) } else { forward.append(name) }
  }
}
