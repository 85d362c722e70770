import RDF
import TripleStore

/// The order of ORDER BY, MIN and MAX (SPARQL 1.1 §15.1), made total: unbound, blank nodes, IRIs, then literals — numbers by
/// value, strings by code point, tagged strings, booleans, dates and times, and all others by datatype and lexical form.
public struct TermOrder {
  private let pool: TermPool

  public init(_ pool: TermPool) { self.pool = pool }

  /// Negative, zero or positive; zero also for different terms of equal value (`1` and `1.0`), so that the next sort key decides.
  public func compare(_ left: TermID, _ right: TermID) -> Int {
    if left == right { return 0 }
    if left.kind == right.kind {
      switch left.kind {
      case .integer, .date, .boolean: return left.rawValue < right.rawValue ? -1 : 1
      case .iri, .string: return pool.lexical(left).order(pool.lexical(right))
      case .languageString:
        let texts = pool.lexical(left).order(pool.lexical(right))
        return texts != 0 ? texts : pool.language(left).order(pool.language(right))
      default: break
      }
    }
    guard let first = Value(of: left, in: pool) else { return -1 }
    guard let second = Value(of: right, in: pool) else { return 1 }
    let (rank, otherRank) = (TermOrder.rank(first), TermOrder.rank(second))
    if rank != otherRank { return rank.rawValue < otherRank.rawValue ? -1 : 1 }
    return within(first, second)
  }

  /// As `compare`, but different terms of equal value are told apart, so that MIN and MAX depend on the terms only.
  public func compareTerms(_ left: TermID, _ right: TermID) -> Int {
    let order = compare(left, right)
    if order != 0 || left == right { return order }
    let datatypes = pool.datatype(left).order(pool.datatype(right))
    if datatypes != 0 { return datatypes }
    return pool.lexical(left).order(pool.lexical(right))
  }

  /// A prefix of the order: where two keys differ, the smaller key's term comes first; equal keys say nothing.
  public func key(_ id: TermID) -> UInt64 {
    guard let value = Value(of: id, in: pool) else { return 0 }
    return UInt64(TermOrder.rank(value).rawValue) << 60 | detail(value) >> 4
  }

  /// What comes before what; `none` is the unbound variable.
  enum Rank: UInt8 {
    case none, blank, iri, number, string, languageString, boolean, dateTime, date, time, duration, other
  }

  private static func rank(_ value: Value) -> Rank {
    switch value.content {
    case .iri: .iri
    case .blank: .blank
    case .string: .string
    case .languageString: .languageString
    case .boolean: .boolean
    case .integer, .decimal, .large, .float, .double: .number
    case .dateTime: .dateTime
    case .date: .date
    case .time: .time
    case .duration: .duration
    case .other: .other
    }
  }

  /// The order of two values of one rank.
  private func within(_ left: Value, _ right: Value) -> Int {
    switch (left.content, right.content) {
    case (.iri(let first), .iri(let second)), (.string(let first), .string(let second)):
      return Value.order(first, second)
    case (.blank, .blank): return left.id < right.id ? -1 : 1
    case (.languageString(let first, let language), .languageString(let second, let otherLanguage)):
      let texts = Value.order(first, second)
      return texts != 0 ? texts : language.order(otherLanguage)
    case (.other(let first, let datatype), .other(let second, let otherDatatype)):
      let datatypes = datatype.order(otherDatatype)
      return datatypes != 0 ? datatypes : Value.order(first, second)
    case (.dateTime(let first), .dateTime(let second)), (.date(let first), .date(let second)),
      (.time(let first), .time(let second)):
      return first.totalOrder(second)
    case (.duration(let first, _), .duration(let second, _)):
      return first.months != second.months
        ? first.months - second.months : first.seconds.order(second.seconds)
    case (.boolean(let first), .boolean(let second)): return (first ? 1 : 0) - (second ? 1 : 0)
    default: return numbers(left, right)
    }
  }

  /// By value, exactly: a double counts as the number it stands for, so that the order is transitive; NaN comes first.
  private func numbers(_ left: Value, _ right: Value) -> Int {
    guard let first = Numeric(left), let second = Numeric(right) else { return 0 }
    if let order = first.exactOrder(second) { return order }
    let (a, b) = (first.double, second.double)
    if a.isNaN || b.isNaN { return (b.isNaN ? 0 : -1) + (a.isNaN ? 0 : 1) }
    if a != b { return a < b ? -1 : 1 }
    // Equal as doubles: an exact number beside a double may still lie to one side of it.
    guard let a = first.decimal ?? Decimal(exactly: first.double),
      let b = second.decimal ?? Decimal(exactly: second.double)
    else { return 0 }
    return a.order(b)
  }

  /// 64 bits in the order of the values of one rank; the lowest four are lost.
  private func detail(_ value: Value) -> UInt64 {
    switch value.content {
    case .blank: return value.id.rawValue
    case .iri(let text), .string(let text), .languageString(let text, _): return prefix(text)
    case .other(_, let datatype): return prefix(Text(borrowing: datatype))
    case .boolean(let value): return value ? 1 << 63 : 0
    case .integer, .decimal, .large, .float, .double: return ordered(Numeric(value)?.double ?? 0)
    case .dateTime(let moment), .date(let moment), .time(let moment):
      return UInt64(bitPattern: Int64(moment.utcSeconds) &* 16) ^ 1 << 63
    case .duration(let duration, _): return ordered(Double(duration.months))
    }
  }

  /// The first eight bytes.
  private func prefix(_ text: Text) -> UInt64 {
    text.withBytes { bytes in
      var key: UInt64 = 0
      for index in 0..<8 { key = key << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
      return key
    }
  }

  /// A double's bits in the order of doubles, NaN first.
  private func ordered(_ number: Double) -> UInt64 {
    if number.isNaN { return 0 }
    let bits = (number == 0 ? 0 : number).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }
}
