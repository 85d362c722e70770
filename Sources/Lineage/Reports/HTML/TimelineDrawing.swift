/// The timeline as SVG: a box for each document, a curve for each citation.
///
/// Every box carries its place on the weightiest way through it (`data-onward`, `data-backward`) and every curve its two ends,
/// from which the page's script lights up a line of descent.
struct TimelineDrawing {
  private let ancestry: Ancestry
  private let layout: TimelineLayout
  private let families: RelationFamilies

  init(_ ancestry: Ancestry, layout: TimelineLayout, families: RelationFamilies) {
    self.ancestry = ancestry
    self.layout = layout
    self.families = families
  }

  var svg: HTML {
    """
    <svg id="timeline" viewBox="0 0 \(layout.width.pixels) \(layout.height.pixels)" style="--width:\(layout.width.pixels)px" \
    role="group" aria-label="Timeline of the ancestry: years across, generations down" xmlns="http://www.w3.org/2000/svg">
    \(rows)\(axis)<g class="edges" aria-hidden="true">
    \(edges)</g>
    <g class="nodes">
    \(nodes)</g>
    </svg>
    """
  }

  private var rows: HTML {
    layout.rows.map { row in
      let count = ancestry.ancestors.count { $0.generation == row.generation }
      let name =
        switch row.generation {
        case 0: ""
        case 1: "cited directly: \(count)"
        default: "generation \(row.generation): \(count)"
        }
      return """
        <rect class="\(row.generation % 2 == 1 ? "band odd" : "band")" x="0" y="\(row.top.pixels)" width="\(layout.width.pixels)" height="\(row.height.pixels)"/>\
        <text class="generation" x="\((layout.width - 8).pixels)" y="\((row.top + row.height - 7).pixels)">\(name)</text>

        """ as HTML
    }.joined()
  }

  private var axis: HTML {
    let years = layout.columns.map { column in
      """
      <line x1="\(column.x.pixels)" y1="24" x2="\(column.x.pixels)" y2="\(layout.height.pixels)"/>\
      <text x="\(column.x.pixels)" y="17">\(column.year.map(String.init) ?? "no date")</text>

      """ as HTML
    }
    return "<g class=\"axis\" aria-hidden=\"true\">\n\(years.joined())</g>\n"
  }

  private var edges: HTML {
    var place: [Int: TimelineLayout.Node] = [:]
    for node in layout.nodes { place[node.relative] = node }
    let steps = mainPathSteps
    return ancestry.citations.compactMap { citation -> HTML? in
      guard let from = place[citation.citing], let to = place[citation.cited] else { return nil }
      let isMain = steps.contains { $0.contains(citation.citing) && $1.contains(citation.cited) }
      let isNote = citation.relations.contains("footnoteCites")
      let classes =
        "r\(families.number(of: citation))" + (isNote ? " note" : "") + (isMain ? " main" : "")
      return """
        <path class="\(classes)" data-a="\(citation.citing)" data-b="\(citation.cited)" d="\(curve(from, to))"/>

        """
    }.joined()
  }

  /// Consecutive steps of the main path, as places in `ancestors`.
  private var mainPathSteps: [(Set<Int>, Set<Int>)] {
    var place: [DocumentCard: Int] = [:]
    for (position, relative) in ancestry.ancestors.enumerated() { place[relative.document] = position }
    let steps = ancestry.mainPath.map { Set($0.compactMap { place[$0] }) }
    return Array(zip(steps, steps.dropFirst()))
  }

  /// From box to box: down or up between generations, an arc below within one, a bow at the left within one column.
  private func curve(_ from: TimelineLayout.Node, _ to: TimelineLayout.Node) -> String {
    let generation = { (node: TimelineLayout.Node) in ancestry.ancestors[node.relative].generation }
    func path(
      _ x1: Double, _ y1: Double, _ c1: (Double, Double), _ c2: (Double, Double), _ x2: Double, _ y2: Double
    )
      -> String
    {
      "M\(x1.pixels) \(y1.pixels)C\(c1.0.pixels) \(c1.1.pixels) \(c2.0.pixels) \(c2.1.pixels) \(x2.pixels) \(y2.pixels)"
    }
    if generation(from) == generation(to) {
      if from.x == to.x {
        let (left, right) = (from.x - from.label.width / 2, to.x - to.label.width / 2)
        let bow = min(left, right) - 12
        return path(left, from.y, (bow, from.y), (bow, to.y), right, to.y)
      }
      let depth = max(from.bottom, to.bottom) + min(56, 14 + abs(from.x - to.x) * 0.07)
      return path(from.x, from.bottom, (from.x, depth), (to.x, depth), to.x, to.bottom)
    }
    let isDown = generation(from) < generation(to)
    let (start, end) = isDown ? (from.bottom, to.top) : (from.top, to.bottom)
    let bend = (start + end) / 2
    return path(from.x, start, (from.x, bend), (to.x, bend), to.x, end)
  }

  private var nodes: HTML {
    let series = Set(ancestry.series.members.map(\.iri))
    let siblings = Set(ancestry.series.siblings.map(\.iri))
    let main = Set(ancestry.mainPath.flatMap { $0.map(\.iri) })
    return layout.nodes.map { node in
      let relative = ancestry.ancestors[node.relative]
      let document = relative.document
      var classes = "node"
      if node.relative == 0 { classes += " root" }
      if !document.isHeld { classes += " gap" }
      if series.contains(document.iri) { classes += " series" }
      if siblings.contains(document.iri) { classes += " sibling" }
      if main.contains(document.iri) { classes += " main" }
      let onward: HTML = ancestry.onward[node.relative].map { " data-onward=\"\($0)\"" } ?? ""
      let backward: HTML = ancestry.backward[node.relative].map { " data-backward=\"\($0)\"" } ?? ""
      let (label, left) = (node.label, node.x - node.label.width / 2)
      let lines = label.lines.enumerated().map { index, line in
        let y = node.y + 4 + 12 * (Double(index) - Double(label.lines.count - 1) / 2)
        return "<text x=\"\(node.x.pixels)\" y=\"\(y.pixels)\">\(line)</text>" as HTML
      }
      return """
        <g class="\(classes)" data-i="\(node.relative)" data-x="\(node.x.pixels)" data-y="\(node.y.pixels)"\(onward)\(backward) \
        role="button" tabindex="\(node.relative == 0 ? 0 : -1)" aria-pressed="false" data-symbol="\(document.symbol)" \
        aria-label="\(description(of: relative))">\
        <rect x="\(left.pixels)" y="\(node.top.pixels)" width="\(label.width.pixels)" height="\(label.height.pixels)" rx="4"/>\
        \(lines.joined())</g>

        """ as HTML
    }.joined()
  }

  private func description(of relative: Relative) -> String {
    let document = relative.document
    var words = [document.dated]
    if let title = document.title { words.append(title) }
    if let parent = relative.parent {
      let through = ancestry.ancestors[parent].document.symbol
      let stances = relative.relations.filter { $0 != "footnoteCites" }.map(\.words)
      let place = relative.relations.contains("footnoteCites") ? " in a footnote" : ""
      words.append("\(through) \(stances.isEmpty ? "cites" : stances.joined(separator: ", ")) it\(place)")
    }
    if !document.isHeld { words.append("not in the store") }
    return words.joined(separator: " · ")
  }
}

extension Double {
  /// With one decimal, as short as SVG allows.
  fileprivate var pixels: String {
    let tenths = Int((self * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
