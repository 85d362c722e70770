import RDF

/// Literals that an id carries whole: reading their canonical lexical forms and writing them.
extension TermID {
  /// Datatypes whose canonical literals ids carry, as bytes that live forever.
  enum InlineDatatype {
    static let integer: StaticString = "http://www.w3.org/2001/XMLSchema#integer"
    static let boolean: StaticString = "http://www.w3.org/2001/XMLSchema#boolean"
    static let date: StaticString = "http://www.w3.org/2001/XMLSchema#date"
    static let dateTime: StaticString = "http://www.w3.org/2001/XMLSchema#dateTime"
  }

  /// The id of a literal that needs no dictionary: a canonical integer of at most 59 bits, `true` or `false`, a date without
  /// time zone, a dateTime in whole seconds with `Z` or without time zone. Nil for every other literal.
  public init?(canonical lexical: UnsafeBufferPointer<UInt8>, datatype: UnsafeBufferPointer<UInt8>) {
    switch datatype.count {
    case InlineDatatype.integer.utf8CodeUnitCount where equal(datatype, InlineDatatype.integer):
      guard let value = CanonicalForm.integer(lexical) else { return nil }
      self.init(integer: value)
    case InlineDatatype.boolean.utf8CodeUnitCount where equal(datatype, InlineDatatype.boolean):
      if equal(lexical, "true") {
        self.init(boolean: true)
      } else if equal(lexical, "false") {
        self.init(boolean: false)
      } else {
        return nil
      }
    case InlineDatatype.date.utf8CodeUnitCount where equal(datatype, InlineDatatype.date):
      guard let date = CanonicalForm.date(lexical) else { return nil }
      self.init(days: date.days)
    case InlineDatatype.dateTime.utf8CodeUnitCount where equal(datatype, InlineDatatype.dateTime):
      guard let (seconds, utc) = CanonicalForm.dateTime(lexical) else { return nil }
      self.init(seconds: seconds, utc: utc)
    default: return nil
    }
  }

  /// Whether the id carries its literal whole.
  @inlinable
  public var isInline: Bool { rawValue >> 60 >= 6 && rawValue >> 60 <= 9 }

  /// The datatype IRI's bytes of an inline id; empty for every other.
  public var inlineDatatype: UnsafeBufferPointer<UInt8> {
    switch kind {
    case .integer: bytes(InlineDatatype.integer)
    case .boolean: bytes(InlineDatatype.boolean)
    case .date: bytes(InlineDatatype.date)
    case .dateTime: bytes(InlineDatatype.dateTime)
    default: UnsafeBufferPointer(start: nil, count: 0)
    }
  }

  /// Calls `body` with the lexical form of an inline id, written into memory that is valid during the call; empty for every
  /// other id.
  @inline(__always)
  public func withInlineLexical<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: CanonicalForm.capacity) { buffer in
      let count = writeInlineLexical(to: buffer)
      return try body(UnsafeBufferPointer(rebasing: buffer.prefix(count)))
    }
  }

  /// Writes the lexical form of an inline id and gives its length; 0 for every other id.
  public func writeInlineLexical(to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var writer = CanonicalForm.Writer(buffer)
    switch kind {
    case .integer: writer.write(integer ?? 0, digits: 1)
    case .boolean: writer.write(boolean == true ? "true" : "false")
    case .date: writer.write(CivilDate(days: days ?? 0))
    case .dateTime:
      guard let (value, utc) = seconds else { break }
      let day = value >= 0 ? value / 86400 : (value - 86399) / 86400
      let second = value - day * 86400
      writer.write(CivilDate(days: day))
      writer.write("T")
      writer.write(second / 3600, digits: 2)
      writer.write(":")
      writer.write(second / 60 % 60, digits: 2)
      writer.write(":")
      writer.write(second % 60, digits: 2)
      if utc { writer.write("Z") }
    default: break
    }
    return writer.count
  }
}

private func bytes(_ text: StaticString) -> UnsafeBufferPointer<UInt8> {
  UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
}

private func equal(_ left: UnsafeBufferPointer<UInt8>, _ right: StaticString) -> Bool {
  left.count == right.utf8CodeUnitCount && left.elementsEqual(bytes(right))
}
