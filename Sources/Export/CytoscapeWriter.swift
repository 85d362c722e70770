import RDF

extension ExportFormat {
  static let cytoscape = ExportFormat(
    "cytoscape", fileExtension: "cyjs", summary: "Cytoscape JSON: Cytoscape, cytoscape.js",
    .propertyGraph { CytoscapeWriter(to: $0) })
}

/// Writes Cytoscape JSON: `elements.nodes[].data` and `elements.edges[].data`, one element a line.
struct CytoscapeWriter: PropertyGraphWriter {
  private let output: ByteOutput
  private var nodes: [Attribute] = []
  private var edges: [Attribute] = []
  private var isFirst = true
  private var hasEdges = false

  init(to output: ByteOutput) { self.output = output }

  mutating func begin(_ shape: GraphShape) throws {
    // `id`, `source` and `target` are Cytoscape's own.
    nodes = shape.nodes.map { Attribute($0.name == "id" ? "nid" : $0.name, $0.type) }
    edges = shape.edges.map {
      Attribute(["id", "source", "target"].contains($0.name) ? "e" + $0.name : $0.name, $0.type)
    }
    try output.append("{\n\"data\": {\"name\": ")
    try output.append(json: shape.name)
    try output.append("},\n\"elements\": {\n\"nodes\": [")
  }

  mutating func add(_ node: GraphNode) throws {
    try beginElement()
    try output.append(text: "{\"data\": {\"id\": \"n\(node.index)\"")
    try append(node.values, nodes)
  }

  mutating func add(_ edge: GraphEdge) throws {
    try beginEdges()
    try beginElement()
    try output.append(
      text:
        "{\"data\": {\"id\": \"e\(edge.index)\", \"source\": \"n\(edge.source)\", \"target\": \"n\(edge.target)\""
    )
    try append(edge.values, edges)
  }

  mutating func finish() throws {
    try beginEdges()
    try output.append("\n]\n}\n}\n")
  }

  private mutating func beginElement() throws {
    try output.append(isFirst ? "\n" : ",\n")
    isFirst = false
  }

  private mutating func beginEdges() throws {
    if hasEdges { return }
    hasEdges = true
    isFirst = true
    try output.append("\n],\n\"edges\": [")
  }

  private func append(_ values: [TextBytes?], _ attributes: [Attribute]) throws {
    for (attribute, value) in zip(attributes, values) {
      guard let value else { continue }
      try output.append(", ")
      try output.append(json: attribute.name)
      try output.append(": ")
      try output.append(json: value, as: attribute.type)
    }
    try output.append("}}")
  }
}
