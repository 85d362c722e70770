import QueryEngine
import RDF

/// A writer that takes the statements of whole subjects in pieces that were made on other threads.
protocol PartWriter: QuadWriter {
  associatedtype Piece: Sendable

  /// Whether `prepared` may be asked for: no later statement depends on the earlier ones any more.
  var isReady: Bool { get }
  /// Writes what is held back and gives what makes a piece of a part, and says how many statements the part has. From then on
  /// only pieces are added.
  mutating func prepared() throws -> @Sendable (StatementPart) throws -> (Piece, Int)
  /// Writes a piece; they come in the order of the parts.
  mutating func add(_ piece: Piece) throws
}

extension PartWriter {
  /// Writes all statements of `parts`, on several threads where that can be, and gives their number.
  mutating func write(_ parts: StatementParts) throws -> Int {
    var count = 0
    let head = SubjectFeed(self)
    while !head.writer.isReady, let part = try parts.next() { count += try part.read(into: head) }
    self = head.writer
    if !isReady { return count }
    let make = try prepared()
    try parts.forEach(make) { piece, statements in
      try add(piece)
      count += statements
    }
    return count
  }
}

/// Hands the statements of whole subjects to a writer one by one.
final class SubjectFeed<Writer: QuadWriter>: SubjectSink {
  private(set) var writer: Writer
  private var subject = TermBytes(kind: .iri, lexical: UnsafeBufferPointer(start: nil, count: 0))

  init(_ writer: Writer) { self.writer = writer }

  func begin(_ subject: TermBytes) { self.subject = subject }

  func add(_ predicate: TermBytes, _ object: TermBytes) throws {
    try writer.add(subject: subject, predicate: predicate, object: object, graph: nil)
  }

  func end() {}

  func finish() throws { try writer.finish() }
}

/// A format of which every part can be written by itself: Turtle and N-Triples.
struct TextPartWriter: PartWriter {
  private var writer: any QuadWriter
  private let output: ByteOutput
  private let part: @Sendable (ByteOutput) throws -> any QuadWriter

  /// - Parameter part: a writer of further statements, without what stands at the head of the file.
  init(
    _ writer: some QuadWriter, to output: ByteOutput,
    part: @escaping @Sendable (ByteOutput) throws -> any QuadWriter
  ) {
    self.writer = writer
    self.output = output
    self.part = part
  }

  mutating func add(subject: TermBytes, predicate: TermBytes, object: TermBytes, graph: TermBytes?) throws {
    try writer.add(subject: subject, predicate: predicate, object: object, graph: graph)
  }

  mutating func finish() throws { try writer.finish() }

  var isReady: Bool { true }

  mutating func prepared() throws -> @Sendable (StatementPart) throws -> ([UInt8], Int) {
    let part = part
    return { statements in
      let output = ByteOutput()
      let count = try TextPartWriter.write(statements, with: try part(output))
      return (output.bytes, count)
    }
  }

  private static func write(_ part: StatementPart, with writer: some QuadWriter) throws -> Int {
    let feed = SubjectFeed(writer)
    let count = try part.read(into: feed)
    try feed.finish()
    return count
  }

  mutating func add(_ piece: [UInt8]) throws { try piece.withUnsafeBufferPointer { try output.append($0) } }
}
