/// Where the timeline has what: years across, generations down, the documents of one year and generation one below the
/// other. Lengths are CSS pixels.
///
/// Only years with documents have a column, wider apart the more years lie between; what has no year stands at the left.
struct TimelineLayout {
  struct Node {
    /// Its place in `Ancestry.ancestors`.
    let relative: Int
    let label: TimelineLabel
    /// The middle of its box.
    let x: Double
    let y: Double

    var top: Double { y - label.height / 2 }
    var bottom: Double { y + label.height / 2 }
  }

  struct Column {
    /// Nil for what has no year.
    let year: Int?
    /// Its middle.
    let x: Double
  }

  struct Row {
    let generation: Int
    let top: Double
    let height: Double
  }

  private static let boxGap = 5.0
  private static let columnGap = 4.0
  private static let axisHeight = 30.0
  private static let rowPadding = 16.0
  /// Below the boxes of a row whose documents cite each other: room for the arcs.
  private static let arcHeight = 46.0
  private static let margin = 10.0

  let nodes: [Node]
  let columns: [Column]
  let rows: [Row]
  let width: Double
  let height: Double
  /// Documents that are not in the picture, because there are more than it can show.
  let left: Int

  /// - Parameter limit: how many documents the picture may show: the root, its main path and series, then the most cited.
  /// - Complexity: O(ancestors · log ancestors + citations).
  init(of ancestry: Ancestry, limit: Int = 160) {
    let shown = TimelineLayout.weightiest(of: ancestry, limit)
    let relatives = ancestry.ancestors
    let labels = shown.map { TimelineLabel(of: relatives[$0].document) }
    let years = shown.map { relatives[$0].document.year }

    var columnWidth: [Int?: Double] = [:]
    for (year, label) in zip(years, labels) { columnWidth[year] = max(columnWidth[year] ?? 28, label.width) }
    var columns: [Column] = []
    var middle: [Int?: Double] = [:]
    var right = TimelineLayout.margin
    let ordered = columnWidth.keys.sorted { ($0 ?? Int.min) < ($1 ?? Int.min) }
    for (index, year) in ordered.enumerated() {
      if index > 0 { right += TimelineLayout.gap(from: ordered[index - 1], to: year) }
      let width = columnWidth[year] ?? 0
      columns.append(Column(year: year, x: right + width / 2))
      middle[year] = right + width / 2
      right += width
    }
    self.columns = columns
    width = right + TimelineLayout.margin

    let place = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
    var hasArcs: Set<Int> = []
    for citation in ancestry.citations where place[citation.citing] != nil && place[citation.cited] != nil {
      let generation = relatives[citation.citing].generation
      if generation == relatives[citation.cited].generation { hasArcs.insert(generation) }
    }
    var rows: [Row] = []
    var nodes: [Node] = []
    var top = TimelineLayout.axisHeight
    var index = 0
    while index < shown.count {
      let generation = relatives[shown[index]].generation
      // How far down each year's column is filled.
      var filled: [Int?: Double] = [:]
      while index < shown.count, relatives[shown[index]].generation == generation {
        let (year, label) = (years[index], labels[index])
        let above = filled[year] ?? top + TimelineLayout.rowPadding
        nodes.append(
          Node(relative: shown[index], label: label, x: middle[year] ?? 0, y: above + label.height / 2))
        filled[year] = above + label.height + TimelineLayout.boxGap
        index += 1
      }
      let height =
        (filled.values.max() ?? top) - top + TimelineLayout.rowPadding
        + (hasArcs.contains(generation) ? TimelineLayout.arcHeight : 0)
      rows.append(Row(generation: generation, top: top, height: height))
      top += height
    }
    self.nodes = nodes
    self.rows = rows
    height = top
    left = relatives.count - shown.count
  }

  /// Positions in `ancestors`, ascending.
  private static func weightiest(of ancestry: Ancestry, _ limit: Int) -> [Int] {
    let relatives = ancestry.ancestors
    if relatives.count <= limit { return Array(relatives.indices) }
    let line = Set((ancestry.mainPath.flatMap(\.self) + ancestry.series.members).map(\.iri))
    func weight(_ position: Int) -> (Int, Int, Int) {
      let relative = relatives[position]
      return (position == 0 || line.contains(relative.document.iri) ? 1 : 0, relative.citedBy, -position)
    }
    return relatives.indices.sorted { weight($0) > weight($1) }.prefix(limit).sorted()
  }

  private static func gap(from earlier: Int?, to later: Int?) -> Double {
    guard let earlier, let later else { return 14 }
    return columnGap + min(12, 3 * Double(later - earlier - 1))
  }
}
