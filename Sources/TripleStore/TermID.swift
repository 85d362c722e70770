/// A term as one 64-bit integer: the kind in the top four bits, a payload of 60 bits below.
///
/// Small integers, booleans, dates and dateTimes are carried whole in the payload, so that filters and sorts on them never
/// touch the dictionary; only a literal in canonical form is carried, every other lexical form is a dictionary entry.
/// So two ids are equal exactly when the terms are the same term. Within an inline kind the order of raw values is the
/// order of values. `0` means unbound.
@frozen
public struct TermID: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: UInt64

  @inlinable
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// What a payload means. The order of the cases is the order of ids, not that of SPARQL's ORDER BY.
  public enum Kind: UInt8, Sendable {
    /// No term: an unbound variable, a wildcard, the default graph.
    case none = 0
    /// An IRI; payload = dictionary index.
    case iri = 1
    /// A blank node; payload = its number in the store.
    case blank = 2
    /// An `xsd:string`; payload = dictionary index.
    case string = 3
    /// A language-tagged string; payload = dictionary index.
    case languageString = 4
    /// A literal of any other datatype; payload = dictionary index.
    case typed = 5
    /// A canonical `xsd:integer`; payload = value + 2⁵⁹.
    case integer = 6
    /// An `xsd:boolean` written `false` or `true`; payload 0 or 1.
    case boolean = 7
    /// A canonical `xsd:date` without time zone; payload = days since 1970-01-01 + 2⁵⁹.
    case date = 8
    /// A canonical `xsd:dateTime` in whole seconds; payload = (seconds since 1970-01-01T00:00:00 + 2⁵⁸) × 2, +1 with `Z`.
    case dateTime = 9
    /// A term made by a query that the store does not hold; payload = index in that query's pool.
    case local = 15
  }

  @inlinable
  public init(_ kind: Kind, payload: UInt64) { rawValue = UInt64(kind.rawValue) << 60 | payload }

  @inlinable
  public var kind: Kind { Kind(rawValue: UInt8(rawValue >> 60)).unsafelyUnwrapped }

  @inlinable
  public var payload: UInt64 { rawValue & (1 << 60 - 1) }

  /// Unbound, and the default graph where a graph is meant.
  public static let none = TermID(rawValue: 0)

  @inlinable
  public var isBound: Bool { rawValue != 0 }

  @inlinable
  public static func < (left: TermID, right: TermID) -> Bool { left.rawValue < right.rawValue }
}

extension TermID {
  @usableFromInline static let bias: Int = 1 << 59

  /// The id of an integer that fits 60 bits, otherwise nil.
  @inlinable
  public init?(integer value: Int) {
    guard value >= -TermID.bias, value < TermID.bias else { return nil }
    self.init(.integer, payload: UInt64(bitPattern: Int64(value &+ TermID.bias)))
  }

  @inlinable
  public init(boolean value: Bool) { self.init(.boolean, payload: value ? 1 : 0) }

  /// Days since 1970-01-01.
  @inlinable
  public init?(days value: Int) {
    guard value >= -TermID.bias, value < TermID.bias else { return nil }
    self.init(.date, payload: UInt64(bitPattern: Int64(value &+ TermID.bias)))
  }

  /// Seconds since 1970-01-01T00:00:00, with `Z` or without a time zone.
  @inlinable
  public init?(seconds value: Int, utc: Bool) {
    guard value >= -(TermID.bias / 2), value < TermID.bias / 2 else { return nil }
    self.init(.dateTime, payload: UInt64(value &+ TermID.bias / 2) << 1 | (utc ? 1 : 0))
  }

  /// The value of an inline integer.
  @inlinable
  public var integer: Int? { kind == .integer ? Int(payload) &- TermID.bias : nil }

  @inlinable
  public var boolean: Bool? { kind == .boolean ? payload == 1 : nil }

  /// Days since 1970-01-01 of an inline date.
  @inlinable
  public var days: Int? { kind == .date ? Int(payload) &- TermID.bias : nil }

  /// Seconds since 1970-01-01T00:00:00 of an inline dateTime, and whether it bears `Z`.
  @inlinable
  public var seconds: (value: Int, utc: Bool)? {
    kind == .dateTime ? (Int(payload >> 1) &- TermID.bias / 2, payload & 1 == 1) : nil
  }
}
