import Diagnostics
@preconcurrency import Glibc

/// Reads Turtle and TriG (RDF 1.1) by recursive descent, in place: a term is a piece of the source, copied only where it holds
/// an escape or is short for something longer.
struct TurtleParser: ~Copyable {
  typealias Emit = (TermBytes, TermBytes, TermBytes, TermBytes?) throws -> Void

  let bytes: UnsafeBufferPointer<UInt8>
  let name: String
  let hasGraphs: Bool
  let end: UnsafePointer<UInt8>
  var at: UnsafePointer<UInt8>
  var memory = TermMemory()
  var resolver: IRIResolver?
  var prefixes: [PrefixName: [UInt8]] = [:]
  /// Brackets that are open.
  var depth = 0
  private let emit: Emit
  private var graph: TermBytes?
  private var count = 0
  /// The number of the last node that the source does not name; nil until there is one.
  private var blankNumber: Int?

  /// Levels of brackets, which are read by recursion; queries and XML have the same bound.
  static let depthLimit = 256

  /// - Parameters:
  ///   - bytes: The source; not empty.
  ///   - graphs: true for TriG.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, base: String?, graphs: Bool, emit: @escaping Emit
  ) {
    self.bytes = bytes
    self.name = name
    hasGraphs = graphs
    self.emit = emit
    resolver = base.map(IRIResolver.init(base:))
    at = bytes.baseAddress.unsafelyUnwrapped
    end = at + bytes.count
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at += 3 }
  }

  /// Reads to the end and returns the number of statements.
  mutating func parse() throws -> Int {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw failure("the text is not valid UTF-8", at: start + error.byteOffsets.lowerBound)
    }
    while skipSpace() { try statement() }
    return count
  }

  private var start: UnsafePointer<UInt8> { bytes.baseAddress.unsafelyUnwrapped }

  /// A directive, triples, or a graph.
  private mutating func statement() throws {
    if try directive() { return }
    let mark = memory.mark
    defer { memory.release(to: mark) }
    if hasGraphs {
      if peek(UInt8(ascii: "{")) { return try graphBlock(nil) }
      if takeKeyword("GRAPH") {
        skipSpace()
        let name = try graphName()
        skipSpace()
        return try graphBlock(name)
      }
    }
    let place = at
    let subject = try self.subject()
    skipSpace()
    if hasGraphs, peek(UInt8(ascii: "{")) {
      guard subject.canNameGraph else { throw failure("this cannot name a graph", at: place) }
      return try graphBlock(subject.term)
    }
    try triples(of: subject)
    guard take(UInt8(ascii: ".")) else { throw expected("';', ',' or '.'") }
  }

  /// `{ … }`, whose triples are in the graph `name`.
  private mutating func graphBlock(_ name: TermBytes?) throws {
    guard take(UInt8(ascii: "{")) else { throw expected("'{'") }
    graph = name
    skipSpace()
    while !take(UInt8(ascii: "}")) {
      let mark = memory.mark
      let subject = try self.subject()
      skipSpace()
      try triples(of: subject)
      memory.release(to: mark)
      if take(UInt8(ascii: ".")) {
        skipSpace()
      } else if !peek(UInt8(ascii: "}")) {
        throw expected("';', ',', '.' or '}'")
      }
    }
    graph = nil
  }

  /// Hands a triple over, in the graph whose braces are open.
  mutating func add(_ subject: TermBytes, _ predicate: TermBytes, _ object: TermBytes) throws {
    try emit(subject, predicate, object, graph)
    count += 1
  }

  /// A node that the source does not name: its label is `b` and a number beyond those that the source has in such labels.
  mutating func freshBlank() -> TermBytes {
    let number = (blankNumber ?? highestNumber()) + 1
    blankNumber = number
    let label = memory.allocate(20)
    label[0] = UInt8(ascii: "b")
    var length = 1
    for digit in String(number).utf8 {
      label[length] = digit
      length += 1
    }
    memory.shrink(by: 20 - length)
    return TermBytes(kind: .blank, lexical: UnsafeBufferPointer(start: label, count: length))
  }

  /// The highest number behind a `_:b` in the source; those of more than 18 digits are never reached.
  private func highestNumber() -> Int {
    var highest = 0
    var place = start
    while let found = memchr(place, Int32(UInt8(ascii: "_")), end - place) {
      place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) + 1
      guard end - place > 2, place[0] == UInt8(ascii: ":"), place[1] == UInt8(ascii: "b") else { continue }
      var digit = place + 2
      var number = 0
      while digit < end, isDigit(digit.pointee), digit - place <= 20 {
        number = number &* 10 &+ Int(digit.pointee - UInt8(ascii: "0"))
        digit += 1
      }
      if digit - place <= 20 { highest = max(highest, number) }
    }
    return highest
  }
}

/// The name of a prefix where it stands in the source.
struct PrefixName: Hashable {
  let bytes: UnsafeBufferPointer<UInt8>

  static func == (left: PrefixName, right: PrefixName) -> Bool {
    left.bytes.count == right.bytes.count
      && (left.bytes.isEmpty
        || memcmp(
          left.bytes.baseAddress.unsafelyUnwrapped, right.bytes.baseAddress.unsafelyUnwrapped,
          left.bytes.count)
          == 0)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
}
