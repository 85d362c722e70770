/// The type of an attribute, in GraphML's words.
public enum AttributeType: String, Sendable, CaseIterable {
  case string
  case boolean
  case int
  case long
  case float
  case double
}

/// A named value that nodes or edges carry.
public struct Attribute: Sendable, Hashable {
  public let name: String
  public let type: AttributeType

  public init(_ name: String, _ type: AttributeType = .string) {
    self.name = name
    self.type = type
  }
}

/// What the nodes and edges of one export carry; values come in the order of the attributes.
public struct GraphShape: Sendable {
  public let name: String
  public let nodes: [Attribute]
  public let edges: [Attribute]

  public init(name: String, nodes: [Attribute], edges: [Attribute]) {
    self.name = name
    self.nodes = nodes
    self.edges = edges
  }

  /// What every node carries, first and in this order.
  public static let node = [
    Attribute("name"), Attribute("label"), Attribute("kind"), Attribute("iri"), Attribute("year", .int),
  ]

  /// What every edge carries; Gephi takes the label away, so the relation is there again.
  public static let edge = [
    Attribute("label"), Attribute("relation"), Attribute("interaction"), Attribute("weight", .double),
    Attribute("para"),
  ]
}

/// UTF-8 in somebody else's memory, valid during the call that hands it over.
public typealias TextBytes = UnsafeBufferPointer<UInt8>

/// A node with its values; nil where it has none.
public struct GraphNode {
  /// Its number, from 0 in the order of the nodes.
  public let index: Int
  public let values: [TextBytes?]
}

/// An edge with its values; nil where it has none.
public struct GraphEdge {
  /// Its number, from 0 in the order of the edges.
  public let index: Int
  /// The numbers of its ends.
  public let source: Int
  public let target: Int
  public let values: [TextBytes?]
}

/// Writes nodes, then edges, in a format for graph tools.
public protocol PropertyGraphWriter {
  /// Called first, once.
  mutating func begin(_ shape: GraphShape) throws
  mutating func add(_ node: GraphNode) throws
  /// Both ends have been added before.
  mutating func add(_ edge: GraphEdge) throws
  /// Called last, once. The output is not flushed.
  mutating func finish() throws
}
