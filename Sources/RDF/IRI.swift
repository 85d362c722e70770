/// An absolute IRI (RFC 3987), kept as the text that was written.
///
///     IRI("https://undocs.org/A/RES/73/27")
///
/// Two IRIs are equal when their characters are (RDF 1.1 Concepts §3.2); nothing is normalised.
public struct IRI: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let value: String

  public init(_ value: String) { self.value = value }

  /// The N-Triples form, `<…>`.
  public var description: String { "<\(value)>" }

  public static func == (left: IRI, right: IRI) -> Bool { left.value.isExactly(right.value) }

  public func hash(into hasher: inout Hasher) { value.hashExactly(into: &hasher) }

  public static func < (left: IRI, right: IRI) -> Bool { left.value.precedesExactly(right.value) }

  /// What stands behind `namespace`; nil where the IRI does not begin with it.
  public func name(in namespace: String) -> String? {
    value.hasPrefix(namespace)
      ? String(decoding: value.utf8.dropFirst(namespace.utf8.count), as: UTF8.self) : nil
  }
}
