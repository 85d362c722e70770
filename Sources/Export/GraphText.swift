/// Words for nodes in error messages.
enum GraphText {
  /// A node's IRI, or its number.
  static func name(_ node: GraphNode, _ attributes: [Attribute]) -> String {
    guard let place = attributes.firstIndex(where: { $0.name == "iri" }), let iri = node.values[place] else {
      return "n\(node.index)"
    }
    return String(decoding: iri, as: UTF8.self)
  }
}
