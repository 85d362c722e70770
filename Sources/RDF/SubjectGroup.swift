@preconcurrency import Glibc

/// The triples of one subject that came one after another, copied, for writers that print a subject as one block.
///
/// `sort` puts them in an order that depends on nothing but their text: `rdf:type` first, then by predicate and object; a triple
/// that came twice is there once. Memory is kept from subject to subject.
public struct SubjectGroup {
  /// One predicate with one object; offsets into `bytes`.
  public struct Statement {
    var predicate: Range<Int>
    var kind: TermBytes.Kind
    var lexical: Range<Int>
    var datatype: Range<Int>
    var language: Range<Int>
  }

  private var bytes: [UInt8] = []
  private var statements: [Statement] = []
  private var subjectKind = TermBytes.Kind.iri
  private var subjectLength = 0

  public init() {}

  public var isEmpty: Bool { statements.isEmpty }

  public var count: Int { statements.count }

  /// Whether `subject` is the group's.
  @inline(__always)
  public func isSubject(_ subject: TermBytes) -> Bool {
    guard subject.lexical.count == subjectLength, subject.kind == subjectKind else { return false }
    return bytes.withUnsafeBufferPointer { equal($0.baseAddress, subject.lexical.baseAddress, subjectLength) }
  }

  /// Forgets everything and begins with another subject.
  public mutating func begin(_ subject: TermBytes) {
    removeAll()
    bytes.append(contentsOf: subject.lexical)
    subjectKind = subject.kind
    subjectLength = subject.lexical.count
  }

  /// Forgets everything.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    statements.removeAll(keepingCapacity: true)
    subjectLength = 0
  }

  public mutating func add(predicate: TermBytes, object: TermBytes) {
    var range = append(predicate.lexical)
    if let last = statements.last, last.predicate.count == range.count,
      bytes.withUnsafeBufferPointer({
        equal(
          $0.baseAddress.unsafelyUnwrapped + last.predicate.lowerBound,
          $0.baseAddress.unsafelyUnwrapped + range.lowerBound, range.count)
      })
    {
      // Equal offsets make equal predicates cheap to see.
      bytes.removeLast(range.count)
      range = last.predicate
    }
    statements.append(
      Statement(
        predicate: range, kind: object.kind, lexical: append(object.lexical),
        datatype: append(object.datatype),
        language: append(object.language)))
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let from = bytes.count
    bytes.append(contentsOf: text)
    return from..<bytes.count
  }

  /// Sorts and removes repeats.
  ///
  /// - Complexity: O(n) where the triples came in order, otherwise O(n log n).
  public mutating func sort() {
    guard statements.count > 1 else { return }
    bytes.withUnsafeBufferPointer { bytes in SubjectGroup.sort(&statements, bytes) }
  }

  private static func sort(_ statements: inout [Statement], _ bytes: UnsafeBufferPointer<UInt8>) {
    let isOrdered = statements.indices.dropFirst().allSatisfy {
      compare(statements[$0 - 1], statements[$0], bytes) < 0
    }
    if isOrdered { return }
    statements.sort { compare($0, $1, bytes) < 0 }
    var kept = 1
    for index in 1..<statements.count where compare(statements[kept - 1], statements[index], bytes) != 0 {
      statements[kept] = statements[index]
      kept += 1
    }
    statements.removeLast(statements.count - kept)
  }

  private static func compare(
    _ left: Statement, _ right: Statement, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    if left.predicate != right.predicate {
      let isType = (isRDFType(slice(left.predicate, bytes)), isRDFType(slice(right.predicate, bytes)))
      if isType.0 != isType.1 { return isType.0 ? -1 : 1 }
      let order = compareBytes(slice(left.predicate, bytes), slice(right.predicate, bytes))
      if order != 0 { return order }
    }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue ? -1 : 1 }
    let texts = compareBytes(slice(left.lexical, bytes), slice(right.lexical, bytes))
    if texts != 0 { return texts }
    let datatypes = compareBytes(slice(left.datatype, bytes), slice(right.datatype, bytes))
    return datatypes != 0
      ? datatypes : compareBytes(slice(left.language, bytes), slice(right.language, bytes))
  }

  /// Hands the subject and its statements to `sink`.
  public func write(to sink: some SubjectSink) throws {
    try bytes.withUnsafeBufferPointer { bytes in
      try sink.begin(TermBytes(kind: subjectKind, lexical: slice(0..<subjectLength, bytes)))
      try forEach { try sink.add($1, $2) }
      try sink.end()
    }
  }

  /// Calls `body` with the subject and with every predicate and object in turn. The bytes are valid during the call.
  @inline(__always)
  public func forEach(_ body: (TermBytes, TermBytes, TermBytes) throws -> Void) rethrows {
    try bytes.withUnsafeBufferPointer { bytes in
      let subject = TermBytes(kind: subjectKind, lexical: slice(0..<subjectLength, bytes))
      for statement in statements {
        try body(
          subject, TermBytes(kind: .iri, lexical: slice(statement.predicate, bytes)),
          TermBytes(
            kind: statement.kind, lexical: slice(statement.lexical, bytes),
            datatype: slice(statement.datatype, bytes), language: slice(statement.language, bytes)))
      }
    }
  }
}

@inline(__always)
private func slice(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  UnsafeBufferPointer(start: bytes.baseAddress.unsafelyUnwrapped + range.lowerBound, count: range.count)
}

/// Whether two texts have the same bytes.
@inline(__always)
public func sameBytes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
  left.count == right.count && equal(left.baseAddress, right.baseAddress, left.count)
}

@inline(__always)
private func equal(_ left: UnsafePointer<UInt8>?, _ right: UnsafePointer<UInt8>?, _ count: Int) -> Bool {
  guard count > 0, let left, let right else { return true }
  return memcmp(left, right, count) == 0
}

/// Order by unsigned bytes, which for UTF-8 is the order of code points.
private func compareBytes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
  let count = min(left.count, right.count)
  if count > 0, let one = left.baseAddress, let other = right.baseAddress {
    let order = memcmp(one, other, count)
    if order != 0 { return Int(order) }
  }
  return left.count - right.count
}

/// Whether an IRI is `rdf:type`.
@inline(__always)
public func isRDFType(_ iri: UnsafeBufferPointer<UInt8>) -> Bool {
  let name: StaticString = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
  guard iri.count == name.utf8CodeUnitCount, let start = iri.baseAddress else { return false }
  return memcmp(start, name.utf8Start, iri.count) == 0
}
