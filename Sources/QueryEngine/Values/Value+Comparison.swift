import TripleStore

/// The outcome of comparing two values of one ordered kind.
enum Ordering: Equatable {
  case less, equal, greater
  /// A NaN is among them.
  case unordered

  init(_ difference: Int) { self = difference < 0 ? .less : difference == 0 ? .equal : .greater }

  init<Number: FloatingPoint>(_ left: Number, _ right: Number) {
    self = left < right ? .less : left == right ? .equal : left > right ? .greater : .unordered
  }
}

extension Value {
  /// The `=` operator (SPARQL 1.1 §17.3); nil = error: a value space the engine does not know, or moments whose order
  /// hangs on a time zone that is not written.
  func equals(_ other: Value) -> Bool? {
    if let order = numericOrder(other) { return order == .equal }
    switch (content, other.content) {
    case (.iri(let left), .iri(let right)): return Value.same(left, right)
    case (.blank(let left), .blank(let right)):
      return id.isBound && other.id.isBound ? id == other.id : Value.same(left, right)
    case (.iri, _), (_, .iri), (.blank, _), (_, .blank): return false
    case (.languageString(let left, let language), .languageString(let right, let otherLanguage)):
      return Value.same(left, right) && language.equalsIgnoringCase(otherLanguage)
    case (.languageString, _), (_, .languageString): return false
    case (.other(let left, let datatype), .other(let right, let otherDatatype)):
      return Value.same(left, right) && datatype.equals(otherDatatype) ? true : nil
    case (.other, _), (_, .other): return nil
    case (.string(let left), .string(let right)): return Value.same(left, right)
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.duration(let left, _), .duration(let right, _)): return left == right
    case (.dateTime(let left), .dateTime(let right)), (.date(let left), .date(let right)),
      (.time(let left), .time(let right)):
      return left.order(right).map { $0 == 0 }
    // Two known datatypes with disjoint value spaces.
    default: return false
    }
  }

  /// What `<`, `>` and their kin look at; nil = error, also for IRIs and language-tagged strings.
  func order(_ other: Value) -> Ordering? {
    if let order = numericOrder(other) { return order }
    switch (content, other.content) {
    case (.string(let left), .string(let right)): return Ordering(Value.order(left, right))
    case (.boolean(let left), .boolean(let right)): return Ordering((left ? 1 : 0) - (right ? 1 : 0))
    case (.dateTime(let left), .dateTime(let right)), (.date(let left), .date(let right)),
      (.time(let left), .time(let right)):
      return left.order(right).map { Ordering($0) }
    case (.duration(let left, _), .duration(let right, _)):
      if left.months == 0 && right.months == 0 { return Ordering(left.seconds.order(right.seconds)) }
      if left.seconds == .zero && right.seconds == .zero { return Ordering(left.months - right.months) }
      return nil
    default: return nil
    }
  }

  /// The order of two numbers after type promotion (XPath Operators §6.3); nil where one is not a number.
  func numericOrder(_ other: Value) -> Ordering? {
    switch (content, other.content) {
    case (.integer(let left), .integer(let right)):
      return left < right ? .less : left == right ? .equal : .greater
    case (.float(let left), .float(let right)): return Ordering(left, right)
    default:
      guard let left = Numeric(self), let right = Numeric(other) else { return nil }
      if let order = left.exactOrder(right) { return Ordering(order) }
      if case .double = left { return Ordering(left.double, right.double) }
      if case .double = right { return Ordering(left.double, right.double) }
      return Ordering(left.float, right.float)
    }
  }

  static func same(_ left: Text, _ right: Text) -> Bool {
    left.withBytes { left in right.withBytes { left.equals($0) } }
  }

  static func order(_ left: Text, _ right: Text) -> Int {
    left.withBytes { left in right.withBytes { left.order($0) } }
  }

  /// The effective boolean value (SPARQL 1.1 §17.2.2); nil = error.
  var effectiveBoolean: Bool? {
    switch content {
    case .boolean(let value): return value
    case .string(let text), .languageString(let text, _): return !text.isEmpty
    case .integer(let value): return value != 0
    case .decimal(let value): return value.mantissa != 0
    case .large: return true
    case .float(let value): return value != 0 && !value.isNaN
    case .double(let value): return value != 0 && !value.isNaN
    case .other(_, let datatype):
      // A malformed boolean or number is false.
      let known = Datatype(datatype)
      return known == .boolean || known.isNumeric ? false : nil
    default: return nil
    }
  }
}
