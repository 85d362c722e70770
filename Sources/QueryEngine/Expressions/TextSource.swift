import TripleStore

/// Where a test of a text gets it from: straight from the dictionary for a variable and `STR` of one, otherwise from a node.
struct TextSource {
  private let node: ExpressionNode
  private let slot: Int?
  /// The argument of `STR`: IRIs and typed literals have a text too.
  private let isCharacters: Bool

  init(_ node: ExpressionNode) {
    self.node = node
    if let call = node as? UnaryCallNode, call.name == "STR", let variable = call.argument as? VariableNode {
      slot = variable.slot
      isCharacters = true
    } else {
      slot = (node as? VariableNode)?.slot
      isCharacters = false
    }
  }

  /// True for `STR` of a variable.
  var isCharactersOfVariable: Bool { isCharacters }

  /// What `STR` of the row's variable gives, straight from the dictionary; nil for what it does not hold.
  @inline(__always)
  func characters(_ batch: Batch, _ row: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let slot, isCharacters else { return nil }
    let id = batch.columns[slot][row]
    switch id.kind {
    case .iri, .string, .languageString, .typed: return node.pool.lexical(id)
    default: return nil
    }
  }

  /// What `body` says of the row's text; nil where there is none, or it is no string literal.
  @inline(__always)
  func test(
    _ batch: Batch, _ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Bool?
  ) throws -> Bool? {
    if let slot {
      let id = batch.columns[slot][row]
      switch id.kind {
      case .string, .languageString: return body(node.pool.lexical(id))
      case .iri, .typed: if isCharacters { return body(node.pool.lexical(id)) }
      default: break
      }
    }
    guard let value = try node.value(batch, row), let argument = StringArgument(value) else { return nil }
    return argument.text.withBytes(body)
  }
}
