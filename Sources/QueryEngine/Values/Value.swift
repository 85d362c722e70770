import TripleStore

/// A term decoded for computing (SPARQL 1.1 §17.1), with the term it was read from.
///
/// What is only copied stays an id; a computed value gets one when it leaves the expression. A value is good for as long as
/// the pool of its query, since texts are borrowed from it.
public struct Value {
  public enum Content {
    case iri(Text)
    /// Known by its label; the id of a stored node says more.
    case blank(Text)
    case string(Text)
    case languageString(Text, language: UnsafeBufferPointer<UInt8>)
    case boolean(Bool)
    /// Of `xsd:integer` and, where read from a term, of the types derived from it.
    case integer(Int128)
    case decimal(Decimal)
    /// An integer or a decimal that fits neither.
    case large(LargeNumber)
    case float(Float)
    case double(Double)
    case dateTime(Moment)
    case date(Moment)
    case time(Moment)
    case duration(Duration, Datatype)
    /// A literal of an unknown datatype, or one whose lexical form its datatype does not allow.
    case other(Text, datatype: UnsafeBufferPointer<UInt8>)
  }

  public let content: Content
  /// The term it was read from; `.none` for a computed value.
  public let id: TermID

  @inlinable
  public init(_ content: Content, id: TermID = .none) {
    self.content = content
    self.id = id
  }

  static func boolean(_ value: Bool) -> Value { Value(.boolean(value)) }
  static func integer(_ value: Int) -> Value { Value(.integer(Int128(value))) }
  static func string(_ text: Text) -> Value { Value(.string(text)) }
  static func string(_ text: String) -> Value { Value(.string(Text(text))) }

  public var isLiteral: Bool {
    switch content {
    case .iri, .blank: false
    default: true
    }
  }

  public var isNumeric: Bool {
    switch content {
    case .integer, .decimal, .large, .float, .double: true
    default: false
    }
  }
}

extension Value.Content {
  /// The datatype that a computed value of this content has; `unknown` for IRIs, blank nodes and other literals.
  var datatype: Datatype {
    switch self {
    case .iri, .blank, .other: .unknown
    case .string: .string
    case .languageString: .langString
    case .boolean: .boolean
    case .integer: .integer
    case .decimal: .decimal
    case .large(let number): number.isInteger ? .integer : .decimal
    case .float: .float
    case .double: .double
    case .dateTime: .dateTime
    case .date: .date
    case .time: .time
    case .duration(_, let datatype): datatype
    }
  }

  /// The canonical lexical form, an IRI's characters or a blank node's label.
  var text: Text {
    switch self {
    case .iri(let text), .blank(let text), .string(let text), .languageString(let text, _),
      .other(let text, _):
      text
    case .boolean(let value): value ? Text("true") : Text("false")
    case .integer(let value): Text(String(value))
    case .decimal(let value): Text(value.description)
    case .large(let value): Text(value.description)
    case .float(let value): Text(NumberText.canonical(value.description))
    case .double(let value): Text(NumberText.canonical(value.description))
    case .dateTime(let moment): Text(moment.dateTimeText)
    case .date(let moment): Text(moment.dateText)
    case .time(let moment): Text(moment.timeText)
    case .duration(let duration, let datatype): Text(duration.text(datatype))
    }
  }
}
