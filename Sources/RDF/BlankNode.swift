/// A blank node (RDF 1.1 Concepts §3.4), known by a label that means something only inside one source or store.
public struct BlankNode: Hashable, Sendable, CustomStringConvertible {
  /// The label without `_:`.
  public let label: String

  public init(_ label: String) { self.label = label }

  public static func == (left: BlankNode, right: BlankNode) -> Bool { left.label.isExactly(right.label) }

  public func hash(into hasher: inout Hasher) { label.hashExactly(into: &hasher) }

  public var description: String { "_:\(label)" }
}
