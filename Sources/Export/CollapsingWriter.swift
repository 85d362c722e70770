import Diagnostics
import RDF

/// Hands a graph on with its parallel edges merged: one edge from a node to another, whatever the relations.
///
/// The weight is the sum of the weights, an edge without one counting as 1. Of text, the different values are joined by `, ` in
/// the order in which they come; another value is kept where all edges agree. Merged edges come in the order of the first of
/// each. They are all held in memory.
final class CollapsingWriter: PropertyGraphWriter {
  private struct Ends: Hashable {
    let source: Int
    let target: Int
  }

  private struct Merged {
    let ends: Ends
    var weight = 0.0
    /// For each attribute its different values.
    var values: [[[UInt8]]]
  }

  private var base: any PropertyGraphWriter
  private var attributes: [Attribute] = []
  private var weight = 0
  private var numbers: [Ends: Int] = [:]
  private var merged: [Merged] = []

  init(_ base: any PropertyGraphWriter) { self.base = base }

  /// Edges after merging.
  var edgeCount: Int { merged.count }

  func begin(_ shape: GraphShape) throws {
    attributes = shape.edges
    weight = shape.edges.firstIndex { $0.name == "weight" } ?? 0
    try base.begin(shape)
  }

  func add(_ node: GraphNode) throws { try base.add(node) }

  func add(_ edge: GraphEdge) throws {
    let ends = Ends(source: edge.source, target: edge.target)
    let number = numbers[ends] ?? merged.count
    if number == merged.count {
      numbers[ends] = number
      merged.append(Merged(ends: ends, values: attributes.map { _ in [] }))
    }
    let stated = edge.values[weight].flatMap { Double(String(decoding: $0, as: UTF8.self)) }
    merged[number].weight += stated ?? 1
    for (index, value) in edge.values.enumerated() {
      guard let value, index != weight else { continue }
      if merged[number].values[index].contains(where: { $0.elementsEqual(value) }) { continue }
      merged[number].values[index].append(Array(value))
    }
  }

  func finish() throws {
    for (index, edge) in merged.enumerated() {
      var values = zip(attributes, edge.values).map(joined)
      values[weight] = CollapsingWriter.text(edge.weight)
      try withTexts(values[...], []) { texts in
        do {
          try base.add(
            GraphEdge(index: index, source: edge.ends.source, target: edge.ends.target, values: texts))
        } catch let error as UnwritableTerm {
          throw Diagnostic.error("cannot write the edge e\(index): \(error.reason)")
        }
      }
    }
    try base.finish()
  }

  private func joined(_ attribute: Attribute, _ values: [[UInt8]]) -> [UInt8]? {
    if values.count < 2 { return values.first }
    return attribute.type == .string ? Array(values.joined(separator: Array(", ".utf8))) : nil
  }

  /// A whole number without a fraction, as the weights of single edges are written.
  private static func text(_ weight: Double) -> [UInt8] {
    let whole = Int(exactly: weight).map { String($0) }
    return Array((whole ?? String(weight)).utf8)
  }

  /// Calls `body` with all values in memory that stays during the call.
  private func withTexts(
    _ values: ArraySlice<[UInt8]?>, _ texts: [TextBytes?], _ body: ([TextBytes?]) throws -> Void
  ) throws {
    guard let first = values.first else { return try body(texts) }
    guard let first else { return try withTexts(values.dropFirst(), texts + [nil], body) }
    try first.withUnsafeBufferPointer { try withTexts(values.dropFirst(), texts + [$0], body) }
  }
}
