import Glibc
import RDF
import TripleStore

extension Value {
  /// The value of the term `id`; reads no dictionary for ids that carry their value.
  @inline(__always)
  public init?(of id: TermID, in pool: TermPool) {
    switch id.kind {
    case .none: return nil
    case .integer: self.init(.integer(Int128(id.integer.unsafelyUnwrapped)), id: id)
    case .boolean: self.init(.boolean(id.payload == 1), id: id)
    case .date: self.init(.date(Moment(seconds: id.days.unsafelyUnwrapped * 86_400)), id: id)
    case .dateTime:
      let (seconds, utc) = id.seconds.unsafelyUnwrapped
      self.init(.dateTime(Moment(seconds: seconds, zone: utc ? 0 : nil)), id: id)
    case .string: self.init(.string(Text(borrowing: pool.lexical(id))), id: id)
    case .iri: self.init(.iri(Text(borrowing: pool.lexical(id))), id: id)
    case .blank, .languageString, .typed, .local: self.init(decoding: id, in: pool)
    }
  }

  private init(decoding id: TermID, in pool: TermPool) {
    switch pool.kind(id) {
    case .iri: self.init(.iri(Text(borrowing: pool.lexical(id))), id: id)
    case .blank: self.init(.blank(Text(borrowing: pool.lexical(id))), id: id)
    case .literal:
      let lexical = pool.lexical(id)
      let language = pool.language(id)
      if !language.isEmpty {
        self.init(.languageString(Text(borrowing: lexical), language: language), id: id)
        return
      }
      self.init(
        Content(lexical: lexical, datatype: pool.knownDatatype(id))
          ?? .other(Text(borrowing: lexical), datatype: pool.datatype(id)), id: id)
    }
  }
}

extension Value.Content {
  /// The value that `lexical` writes in a datatype the engine knows; nil where it knows none or the form is not allowed.
  init?(lexical: UnsafeBufferPointer<UInt8>, datatype: Datatype) {
    switch datatype {
    case .string: self = .string(Text(borrowing: lexical))
    case .langString, .unknown: return nil
    case .boolean:
      guard let value = Bool(lexical: lexical.trimmed) else { return nil }
      self = .boolean(value)
    case .decimal:
      if let value = Decimal(parsing: lexical.trimmed) {
        self = .decimal(value)
      } else {
        guard let value = LargeNumber.parse(lexical.trimmed, isInteger: false) else { return nil }
        self = value.numeric.value.content
      }
    case .double:
      guard let value = Double(lexical: lexical.trimmed) else { return nil }
      self = .double(value)
    case .float:
      guard let value = Float(lexical: lexical.trimmed) else { return nil }
      self = .float(value)
    case .dateTime:
      guard let value = MomentReader.dateTime(lexical.trimmed) else { return nil }
      self = .dateTime(value)
    case .date:
      guard let value = MomentReader.date(lexical.trimmed) else { return nil }
      self = .date(value)
    case .time:
      guard let value = MomentReader.time(lexical.trimmed) else { return nil }
      self = .time(value)
    case .duration, .dayTimeDuration, .yearMonthDuration:
      guard let value = Duration(parsing: lexical.trimmed),
        datatype != .dayTimeDuration || value.months == 0,
        datatype != .yearMonthDuration || value.seconds == .zero
      else { return nil }
      self = .duration(value, datatype)
    default:
      guard let range = datatype.integers else { return nil }
      if let value = Int128(lexical: lexical.trimmed) {
        guard range.contains(value) else { return nil }
        self = .integer(value)
      } else {
        guard let value = LargeNumber.parse(lexical.trimmed, isInteger: true), value.belongs(to: datatype)
        else {
          return nil
        }
        self = value.numeric.value.content
      }
    }
  }
}

extension Int128 {
  /// The value of `xsd:integer`'s lexical form; nil where it is none or does not fit.
  init?(lexical bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var negative = false
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      negative = first == UInt8(ascii: "-")
      index = 1
    }
    guard index < bytes.count else { return nil }
    var value: Int128 = 0
    while index < bytes.count {
      guard let digit = bytes[index].digit else { return nil }
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.subtractingReportingOverflow(Int128(digit))
      if overflow || carry { return nil }
      value = sum
      index += 1
    }
    // Built up as a negative number, whose range is one wider.
    if negative {
      self = value
    } else {
      guard value != .min else { return nil }
      self = -value
    }
  }
}

extension Bool {
  /// The value of `xsd:boolean`'s lexical form: `true`, `false`, `1` or `0`.
  init?(lexical bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.equals(("true" as StaticString).bytes) || bytes.equals(("1" as StaticString).bytes) {
      self = true
    } else if bytes.equals(("false" as StaticString).bytes) || bytes.equals(("0" as StaticString).bytes) {
      self = false
    } else {
      return nil
    }
  }
}

extension Double {
  /// The value of `xsd:double`'s lexical form: decimal digits with an exponent where wanted, `INF`, `-INF`, `NaN`.
  init?(lexical bytes: UnsafeBufferPointer<UInt8>) {
    guard let value = FloatingText.read(bytes, { strtod($0, nil) }) else { return nil }
    self = value
  }
}

extension Float {
  init?(lexical bytes: UnsafeBufferPointer<UInt8>) {
    guard let value = FloatingText.read(bytes, { strtof($0, nil) }) else { return nil }
    self = value
  }
}

/// The grammar that `xsd:double` and `xsd:float` share.
private enum FloatingText {
  static func read<Number: BinaryFloatingPoint>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ convert: (UnsafePointer<CChar>) -> Number
  ) -> Number? {
    if bytes.equals(("INF" as StaticString).bytes) || bytes.equals(("+INF" as StaticString).bytes) {
      return .infinity
    }
    if bytes.equals(("-INF" as StaticString).bytes) { return -.infinity }
    if bytes.equals(("NaN" as StaticString).bytes) { return .nan }
    guard isNumber(bytes) else { return nil }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { copy in
      for index in 0..<bytes.count { copy[index] = CChar(bitPattern: bytes[index]) }
      copy[bytes.count] = 0
      return convert(copy.baseAddress.unsafelyUnwrapped)
    }
  }

  private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    func sign() { if index < bytes.count, bytes[index] == 43 || bytes[index] == 45 { index += 1 } }
    func digits() -> Int {
      let start = index
      while index < bytes.count, bytes[index].digit != nil { index += 1 }
      return index - start
    }
    sign()
    var count = digits()
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      count += digits()
    }
    if count == 0 { return false }
    if index < bytes.count, bytes[index].lowercased == UInt8(ascii: "e") {
      index += 1
      sign()
      if digits() == 0 { return false }
    }
    return index == bytes.count
  }
}
