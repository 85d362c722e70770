import RDF
import Workers

/// All statements of a source in parts of some thousand, each of whole subjects, so that several threads can read and write them.
///
///     while let part = try parts.next() { try part.read(into: sink) }
///     try parts.forEach({ part in … }) { piece in … }
public final class StatementParts {
  /// Above every `TermBytes.number` that subjects, predicates and objects bear.
  public let resourceBound: Int
  private let term: (Int) -> Term?
  private let jobs: Int
  private let begin: () -> () throws -> [StatementPart]
  private var run: () throws -> [StatementPart]
  private var waiting: ArraySlice<StatementPart> = []

  /// - Parameters:
  ///   - term: the IRI or blank node of a number.
  ///   - jobs: parts that may be read at a time.
  ///   - begin: gives what gives the next parts, none at the end.
  public init(
    resourceBound: Int, term: @escaping (Int) -> Term?, jobs: Int,
    _ begin: @escaping () -> () throws -> [StatementPart]
  ) {
    self.resourceBound = resourceBound
    self.term = term
    self.jobs = jobs
    self.begin = begin
    run = begin()
  }

  /// The IRI or blank node that bears a number.
  public func resource(_ number: Int) -> Term? { term(number) }

  /// Begins again with the first part; the parts are the same.
  public func restart() {
    waiting = []
    run = begin()
  }

  /// The next part; nil at the end.
  public func next() throws -> StatementPart? {
    if waiting.isEmpty { waiting = try run()[...] }
    return waiting.popFirst()
  }

  /// Makes something of every part that is left, on several threads, and hands it to `take` in the order of the parts.
  ///
  /// - Throws: what `make` or `take` throws for the first part that fails.
  public func forEach<Piece: Sendable>(
    _ make: @escaping @Sendable (StatementPart) throws -> Piece, _ take: (Piece) throws -> Void
  ) throws {
    while true {
      if waiting.isEmpty { waiting = try run()[...] }
      if waiting.isEmpty { return }
      // Few wait at a time, because each may hold a megabyte.
      let workers = OrderedWorkers(Array(waiting), jobs: jobs, window: 2 * jobs) { part in
        Result { try make(part) }
      }
      waiting = []
      while let piece = workers.next() { try take(try piece.get()) }
    }
  }
}

/// The statements of some subjects of a source.
public struct StatementPart: Sendable {
  /// The part's place among all parts, from 0.
  public let number: Int
  /// How many subjects come in the parts before.
  public let firstSubject: Int
  private let hand: @Sendable (any SubjectSink) throws -> Int

  /// - Parameter hand: hands over the statements and gives their number.
  public init(number: Int, firstSubject: Int, _ hand: @escaping @Sendable (any SubjectSink) throws -> Int) {
    self.number = number
    self.firstSubject = firstSubject
    self.hand = hand
  }

  /// Hands the statements to `sink` and gives their number.
  @discardableResult
  public func read(into sink: some SubjectSink) throws -> Int { try hand(sink) }
}
