import Diagnostics
import QuerySyntax
import RDF

/// Where a profile's edge query has what, and how a row becomes the values of an edge.
struct EdgeColumns {
  let source: Int
  let target: Int
  let attributes: [Attribute]
  private let relation: Int?
  private let weight: Int?
  private let para: Int?
  private let extras: [Int]

  init(_ variables: [Variable], types: [String: AttributeType]) {
    let names = variables.map(\.name)
    source = names.firstIndex(of: "source") ?? 0
    target = names.firstIndex(of: "target") ?? 0
    relation = names.firstIndex(of: "relation")
    weight = names.firstIndex(of: "weight")
    para = names.firstIndex(of: "para")
    let standard = ["source", "target"] + GraphShape.edge.map(\.name)
    extras = names.indices.filter { !standard.contains(names[$0]) }
    // igraph mistakes an edge attribute named "id" for the edge's own.
    attributes =
      GraphShape.edge
      + extras.map { Attribute(names[$0] == "id" ? "eid" : names[$0], types[names[$0]] ?? .string) }
  }

  /// The values in the order of `attributes`, checked against their types.
  func values(_ row: [TermBytes?]) throws -> [TextBytes?] {
    func text(_ column: Int?) -> TextBytes? { column.flatMap { row[$0] }.map(ShortName.of) }
    let relation = self.relation.flatMap { row[$0] }.map(ShortName.local)
    var values = [
      relation, relation, relation, text(weight), para.flatMap { row[$0] }.map(ShortName.fragment),
    ]
    for column in extras { values.append(text(column)) }
    for (attribute, value) in zip(attributes, values) {
      guard let value, !AttributeValue.isValid(value, attribute.type) else { continue }
      let ends = [row[source], row[target]].map { $0.map { "\($0.term)" } ?? "" }
      throw AttributeValue.refusal(value, attribute, of: "the edge from \(ends[0]) to \(ends[1])")
    }
    return values
  }
}
