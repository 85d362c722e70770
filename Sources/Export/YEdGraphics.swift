import RDF
import XML

/// What the yEd flavour of GraphML adds: a shape, a colour and a place for each node, a line for each edge (yFiles' own elements).
///
/// Shapes and colours tell kinds apart, the colours of lines relations. A node whose attribute `seen` is false has a dashed
/// border. Nodes of a year stand in a row, the latest at the top, until one of yEd's layouts is chosen.
struct YEdGraphics {
  static let shapes: [StaticString] = [
    "roundrectangle", "rectangle", "ellipse", "octagon", "hexagon", "parallelogram",
  ]

  private static let topYear = 2100
  /// The row of nodes without a year: below the oldest document of the United Nations.
  private static let noYear = 1944

  private var kinds = Palette(Palette.fills)
  private var relations = Palette(Palette.lines)
  /// How many nodes stand in the row of a year; nil = those without one.
  private var rows: [Int?: Int] = [:]

  /// The graphics of a node, to stand inside its `data` element.
  mutating func node(_ node: NodeLook, _ fragment: XMLFragment) throws {
    let width = max(60, 7 * node.name.count + 20)
    let column = rows[node.year, default: 0]
    rows[node.year] = column + 1
    fragment.line(depth: 4)
    fragment.markup("<y:ShapeNode>")
    fragment.line(depth: 5)
    fragment.markup("<y:Geometry height=\"30\" width=\"")
    fragment.number(width)
    fragment.markup("\" x=\"")
    fragment.number(180 * column)
    fragment.markup("\" y=\"")
    fragment.number(90 * (YEdGraphics.topYear - (node.year ?? YEdGraphics.noYear)))
    fragment.markup("\"/>")
    fragment.line(depth: 5)
    fragment.markup("<y:Fill color=\"")
    fragment.markup(node.kind.map { kinds.colour(of: $0) } ?? "#ffffff")
    fragment.markup("\" transparent=\"false\"/>")
    fragment.line(depth: 5)
    fragment.markup(
      node.isSeen
        ? "<y:BorderStyle color=\"#444444\" type=\"line\" width=\"1.0\"/>"
        : "<y:BorderStyle color=\"#888888\" type=\"dashed\" width=\"1.0\"/>")
    fragment.line(depth: 5)
    fragment.markup("<y:NodeLabel>")
    try fragment.text(node.name)
    fragment.markup("</y:NodeLabel>")
    fragment.line(depth: 5)
    fragment.markup("<y:Shape type=\"")
    let shape = node.kind.map { kinds.number(of: $0) } ?? 0
    fragment.markup(YEdGraphics.shapes[shape % YEdGraphics.shapes.count])
    fragment.markup("\"/>")
    fragment.line(depth: 4)
    fragment.markup("</y:ShapeNode>")
  }

  /// The graphics of an edge, to stand inside its `data` element.
  mutating func edge(relation: TextBytes?, _ fragment: XMLFragment) throws {
    let colour = relation.map { relations.colour(of: $0) } ?? "#666666"
    fragment.line(depth: 4)
    fragment.markup("<y:PolyLineEdge>")
    fragment.line(depth: 5)
    fragment.markup("<y:LineStyle color=\"")
    fragment.markup(colour)
    fragment.markup("\" type=\"line\" width=\"1.0\"/>")
    fragment.line(depth: 5)
    fragment.markup("<y:Arrows source=\"none\" target=\"standard\"/>")
    if let relation {
      fragment.line(depth: 5)
      fragment.markup("<y:EdgeLabel textColor=\"")
      fragment.markup(colour)
      fragment.markup("\">")
      try fragment.text(relation)
      fragment.markup("</y:EdgeLabel>")
    }
    fragment.line(depth: 4)
    fragment.markup("</y:PolyLineEdge>")
  }
}
