import Diagnostics
import QuerySyntax
import RDF

/// Where a profile's node query has what, and how a row becomes the values of a node.
struct NodeColumns {
  let node: Int
  let attributes: [Attribute]
  private let name: Int?
  private let label: Int?
  private let kind: Int?
  private let year: Int?
  private let extras: [Int]

  init(_ variables: [Variable], types: [String: AttributeType]) {
    let names = variables.map(\.name)
    node = names.firstIndex(of: "node") ?? 0
    name = names.firstIndex(of: "name")
    label = names.firstIndex(of: "label")
    kind = names.firstIndex(of: "kind")
    year = names.firstIndex(of: "year")
    let standard = ["node"] + GraphShape.node.map(\.name)
    extras = names.indices.filter { !standard.contains(names[$0]) }
    attributes = GraphShape.node + extras.map { Attribute(names[$0], types[names[$0]] ?? .string) }
  }

  /// - Throws: an error for a node that is a literal.
  func require(_ node: TermBytes) throws {
    if node.kind == .literal { throw literalNode(node) }
  }

  /// The values in the order of `attributes`, checked against their types.
  func values(_ row: [TermBytes?], _ node: TermBytes) throws -> [TextBytes?] {
    func text(_ column: Int?) -> TextBytes? { column.flatMap { row[$0] }.map(ShortName.of) }
    let name = text(self.name) ?? ShortName.of(node)
    let kind = self.kind.flatMap { row[$0] }.map(ShortName.local)
    var values = [name, text(label) ?? name, kind, node.lexical, text(year)]
    for column in extras { values.append(text(column)) }
    for (attribute, value) in zip(attributes, values) {
      guard let value, !AttributeValue.isValid(value, attribute.type) else { continue }
      throw AttributeValue.refusal(value, attribute, of: "node \(node.term)")
    }
    return values
  }

  /// The values of a node that no query describes.
  static func plainValues(of node: TermBytes) -> [TextBytes?] {
    let name = ShortName.of(node)
    return [name, name, nil, node.lexical, nil]
  }
}
