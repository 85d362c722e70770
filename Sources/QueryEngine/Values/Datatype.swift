import RDF

/// The datatypes whose values the engine knows (SPARQL 1.1 §17.1, and the types derived from `xsd:integer`).
public enum Datatype: UInt8, Sendable, CaseIterable {
  case string, langString, boolean, decimal, float, double, dateTime, date, time
  case duration, dayTimeDuration, yearMonthDuration
  case integer, long, int, short, byte
  case nonNegativeInteger, positiveInteger, nonPositiveInteger, negativeInteger
  case unsignedLong, unsignedInt, unsignedShort, unsignedByte
  /// Any other IRI.
  case unknown

  /// The datatype that `iri` names; an empty IRI is `xsd:string`, as in `TermBytes`.
  init(_ iri: UnsafeBufferPointer<UInt8>) {
    if iri.isEmpty {
      self = .string
      return
    }
    self = .unknown
    for known in Datatype.allCases where known != .unknown && known.iri.equals(iri) {
      self = known
      return
    }
  }

  /// The IRI's bytes in constant memory; empty for `unknown`.
  var iri: UnsafeBufferPointer<UInt8> { constant.bytes }

  private var constant: StaticString {
    switch self {
    case .string: "http://www.w3.org/2001/XMLSchema#string"
    case .langString: "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
    case .boolean: "http://www.w3.org/2001/XMLSchema#boolean"
    case .decimal: "http://www.w3.org/2001/XMLSchema#decimal"
    case .float: "http://www.w3.org/2001/XMLSchema#float"
    case .double: "http://www.w3.org/2001/XMLSchema#double"
    case .dateTime: "http://www.w3.org/2001/XMLSchema#dateTime"
    case .date: "http://www.w3.org/2001/XMLSchema#date"
    case .time: "http://www.w3.org/2001/XMLSchema#time"
    case .duration: "http://www.w3.org/2001/XMLSchema#duration"
    case .dayTimeDuration: "http://www.w3.org/2001/XMLSchema#dayTimeDuration"
    case .yearMonthDuration: "http://www.w3.org/2001/XMLSchema#yearMonthDuration"
    case .integer: "http://www.w3.org/2001/XMLSchema#integer"
    case .long: "http://www.w3.org/2001/XMLSchema#long"
    case .int: "http://www.w3.org/2001/XMLSchema#int"
    case .short: "http://www.w3.org/2001/XMLSchema#short"
    case .byte: "http://www.w3.org/2001/XMLSchema#byte"
    case .nonNegativeInteger: "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
    case .positiveInteger: "http://www.w3.org/2001/XMLSchema#positiveInteger"
    case .nonPositiveInteger: "http://www.w3.org/2001/XMLSchema#nonPositiveInteger"
    case .negativeInteger: "http://www.w3.org/2001/XMLSchema#negativeInteger"
    case .unsignedLong: "http://www.w3.org/2001/XMLSchema#unsignedLong"
    case .unsignedInt: "http://www.w3.org/2001/XMLSchema#unsignedInt"
    case .unsignedShort: "http://www.w3.org/2001/XMLSchema#unsignedShort"
    case .unsignedByte: "http://www.w3.org/2001/XMLSchema#unsignedByte"
    case .unknown: ""
    }
  }

  /// The values of an integer type; nil for every other type.
  var integers: ClosedRange<Int128>? {
    switch self {
    case .integer: .min ... .max
    case .long: Int128(Int64.min)...Int128(Int64.max)
    case .int: Int128(Int32.min)...Int128(Int32.max)
    case .short: Int128(Int16.min)...Int128(Int16.max)
    case .byte: -128...127
    case .nonNegativeInteger: 0 ... .max
    case .positiveInteger: 1 ... .max
    case .nonPositiveInteger: .min...0
    case .negativeInteger: .min ... -1
    case .unsignedLong: 0...Int128(UInt64.max)
    case .unsignedInt: 0...Int128(UInt32.max)
    case .unsignedShort: 0...65_535
    case .unsignedByte: 0...255
    default: nil
    }
  }

  var isNumeric: Bool { self == .decimal || self == .float || self == .double || integers != nil }
}
