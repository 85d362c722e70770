import RDF
import XML

/// GraphML's elements for nodes and edges of one shape; the same for every thread that writes them.
struct GraphMLMarkup: Sendable {
  private let nodes: [Attribute]
  private let edges: [Attribute]
  /// The markup before each value: `<data key="…">`.
  private let nodeData: [[UInt8]]
  private let edgeData: [[UInt8]]
  private let kind: Int?

  init(_ shape: GraphShape) {
    nodes = shape.nodes
    edges = shape.edges
    nodeData = shape.nodes.map { Array("<data key=\"n_\($0.name)\">".utf8) }
    edgeData = shape.edges.map { Array("<data key=\"e_\($0.name)\">".utf8) }
    kind = shape.nodes.firstIndex { $0.name == "kind" }
  }

  func beginNode(_ index: Int, to fragment: XMLFragment) {
    fragment.line(depth: 2)
    fragment.markup("<node id=\"n")
    fragment.number(index)
    fragment.markup("\">")
  }

  func endNode(_ values: [TextBytes?], to fragment: XMLFragment) throws(UnwritableTerm) {
    for index in values.indices {
      guard let value = values[index] else { continue }
      try data(nodeData[index], value, nodes[index], to: fragment)
      if index == kind {
        // What the kind is in Neo4j.
        fragment.line(depth: 3)
        fragment.markup("<data key=\"n_labels\">:")
        try text(value, nodes[index], to: fragment)
        fragment.markup("</data>")
      }
    }
    fragment.line(depth: 2)
    fragment.markup("</node>")
  }

  func beginEdge(_ index: Int, from source: Int, to target: Int, to fragment: XMLFragment) {
    fragment.line(depth: 2)
    fragment.markup("<edge id=\"e")
    fragment.number(index)
    fragment.markup("\" source=\"n")
    fragment.number(source)
    fragment.markup("\" target=\"n")
    fragment.number(target)
    fragment.markup("\">")
  }

  func endEdge(_ values: [TextBytes?], to fragment: XMLFragment) throws(UnwritableTerm) {
    for index in values.indices {
      guard let value = values[index] else { continue }
      try data(edgeData[index], value, edges[index], to: fragment)
    }
    fragment.line(depth: 2)
    fragment.markup("</edge>")
  }

  private func data(
    _ opening: [UInt8], _ value: TextBytes, _ attribute: Attribute, to fragment: XMLFragment
  ) throws(UnwritableTerm) {
    fragment.line(depth: 3)
    fragment.markup(opening)
    try text(value, attribute, to: fragment)
    fragment.markup("</data>")
  }

  private func text(
    _ value: TextBytes, _ attribute: Attribute, to fragment: XMLFragment
  ) throws(UnwritableTerm) {
    do {
      try fragment.text(value)
    } catch {
      throw UnwritableTerm("XML cannot hold \(error) (in \(attribute.name))")
    }
  }
}
