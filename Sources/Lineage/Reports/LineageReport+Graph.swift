import Export
import RDF

extension LineageReport {
  /// The ancestry as nodes and edges in one of the formats for graph tools.
  ///
  /// - Throws: an error for a text that the format cannot hold.
  func graph(format: String) throws -> String {
    let output = ByteOutput()
    try plainGraph.write(as: try .named(format), to: output)
    return output.text
  }

  private var plainGraph: PlainGraph {
    let nodeColumns = [
      Attribute("inStore", .boolean), Attribute("generation", .int), Attribute("citedBy", .int),
      Attribute("cites", .int), Attribute("pageRank", .double), Attribute("inSeries", .boolean),
      Attribute("onMainPath", .boolean),
    ]
    let series = Set(ancestry.series.members.map(\.iri))
    let mainPath = Set(ancestry.mainPath.flatMap { $0.map(\.iri) })
    let nodes = ancestry.ancestors.map { relative -> [String?] in
      let document = relative.document
      return [
        document.symbol, document.title ?? document.symbol, document.kind.rawValue, document.iri.value,
        document.year.map(String.init), "\(document.isHeld)", "\(relative.generation)", "\(relative.citedBy)",
        "\(relative.cites)", "\(relative.pageRank)", "\(series.contains(document.iri))",
        "\(mainPath.contains(document.iri))",
      ]
    }
    // A value for each of GraphShape.edge: the relation three times, its weight, and no paragraph.
    let edges = ancestry.citations.map { citation in
      let relation = citation.relations.joined(separator: ", ")
      return PlainGraph.Edge(citation.citing, citation.cited, [relation, relation, relation, "1", nil])
    }
    return PlainGraph(
      shape: GraphShape(
        name: "Lineage of \(ancestry.root.symbol)", nodes: GraphShape.node + nodeColumns,
        edges: GraphShape.edge),
      nodes: nodes, edges: edges)
  }
}
