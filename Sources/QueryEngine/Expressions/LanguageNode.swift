import RDF
import TripleStore

/// A test of `LANG(?x)` against a constant, `=` or `LANGMATCHES`: one look per language of the store, then a table by its number.
final class LanguageNode: TestNode {
  enum Test {
    case equals, matches
  }

  private let slot: Int
  private let test: Test
  private let constant: Text
  /// By the store's number of a language.
  private var outcomes: [Bool?] = []

  /// nil where the operands have another shape.
  init?(_ test: Test, _ left: ExpressionNode, _ right: ExpressionNode) {
    guard let call = left as? UnaryCallNode, call.name == "LANG",
      let variable = call.argument as? VariableNode,
      let constant = right as? ConstantNode, case .string(let text) = constant.value.content
    else { return nil }
    slot = variable.slot
    self.test = test
    self.constant = text
    super.init(left.pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    let id = batch.columns[slot][row]
    switch id.kind {
    case .languageString:
      let tag = pool.languageNumber(id)
      if tag < outcomes.count, let known = outcomes[tag] { return known }
      while outcomes.count <= tag { outcomes.append(nil) }
      let outcome = holds(pool.language(id))
      outcomes[tag] = outcome
      return outcome
    case .none, .iri, .blank: return nil
    default: return pool.kind(id) == .literal ? holds(pool.language(id)) : nil
    }
  }

  private func holds(_ language: UnsafeBufferPointer<UInt8>) -> Bool {
    constant.withBytes { constant in
      switch test {
      case .equals: language.equals(constant)
      case .matches: LanguageRange.matches(language, constant)
      }
    }
  }
}
