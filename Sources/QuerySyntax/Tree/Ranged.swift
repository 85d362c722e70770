/// A node of the syntax tree with the UTF-8 range of the text it was parsed from.
///
/// Equality is that of the nodes: the same query laid out another way gives an equal tree.
public struct Ranged<Node: Hashable & Sendable>: Hashable, Sendable {
  public var node: Node
  public var range: Range<Int>

  public init(_ node: Node, _ range: Range<Int>) {
    self.node = node
    self.range = range
  }

  /// Another node in the same place.
  func map<Other>(_ transform: (Node) -> Other) -> Ranged<Other> { Ranged<Other>(transform(node), range) }

  public static func == (left: Ranged, right: Ranged) -> Bool { left.node == right.node }

  public func hash(into hasher: inout Hasher) { hasher.combine(node) }
}
