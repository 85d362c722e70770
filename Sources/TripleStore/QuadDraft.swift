import RDF

/// Quads on their way into a store: each term once, in the order of first appearance, and the quads by the numbers of these.
///
/// It may be filled on any thread, while the store is being written on another, which takes it in with
/// `Transaction.add(_:)`: the store then is as if the quads had been added to it one by one. It is used by one thread at a time.
public final class QuadDraft: QuadSink, @unchecked Sendable {
  /// A term in the draft's memory.
  struct Entry {
    let kind: TermBytes.Kind
    let lexical: UnsafeBufferPointer<UInt8>
    let datatype: UnsafeBufferPointer<UInt8>
    let language: UnsafeBufferPointer<UInt8>

    var bytes: TermBytes { TermBytes(kind: kind, lexical: lexical, datatype: datatype, language: language) }
  }

  private(set) var terms: [Entry] = []
  /// Subject, predicate, object and graph (0 = none): an id that carries its literal, or a local one whose payload is the
  /// place in `terms`.
  private(set) var quads: [Row] = []
  private let table = TermTable()
  private var memory: [UnsafeMutablePointer<UInt8>] = []
  private var free = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
  private var latestSubject = LatestTerm()
  private var latestGraph = LatestTerm()

  /// Bytes that memory for texts is asked for at a time.
  private static let memorySize = 1 << 16

  public init() {}

  deinit { for piece in memory { piece.deallocate() } }

  public var count: Int { quads.count }

  public func add(
    subject: TermBytes, predicate: TermBytes, object: TermBytes, graph: TermBytes?
  ) {
    // In the order in which a transaction asks for ids, so that they come out the same.
    quads.append(
      Row(
        number(subject, &latestSubject).rawValue, number(predicate).rawValue, number(object).rawValue,
        graph.map { number($0, &latestGraph).rawValue } ?? 0))
  }

  private func number(_ term: TermBytes, _ latest: inout LatestTerm) -> TermID {
    if let id = latest.id(term) { return id }
    let id = number(term)
    latest.keep(term, id)
    return id
  }

  private func number(_ term: TermBytes) -> TermID {
    if term.kind == .literal, let inline = TermID(canonical: term.lexical, datatype: term.datatype) {
      return inline
    }
    let hash = ByteHash.hash(
      UnsafeRawBufferPointer(term.lexical), seed: UInt64(term.datatype.count << 8 | term.language.count))
    if let known = table.find(hash, { isSame(term, terms[Int($0.payload)]) }) { return known }
    let id = TermID(.local, payload: UInt64(terms.count))
    terms.append(
      Entry(
        kind: term.kind, lexical: copy(term.lexical), datatype: copy(term.datatype),
        language: copy(term.language)))
    table.insert(hash, id)
    return id
  }

  @inline(__always)
  private func isSame(_ term: TermBytes, _ entry: Entry) -> Bool {
    term.kind == entry.kind && ByteHash.equal(term.lexical, entry.lexical)
      && ByteHash.equal(term.datatype, entry.datatype) && ByteHash.equal(term.language, entry.language)
  }

  private func copy(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    if text.isEmpty { return UnsafeBufferPointer(start: nil, count: 0) }
    if free.count < text.count {
      let size = max(text.count, QuadDraft.memorySize)
      let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
      memory.append(piece)
      free = UnsafeMutableBufferPointer(start: piece, count: size)
    }
    let place = UnsafeMutableBufferPointer(rebasing: free[..<text.count])
    _ = place.initialize(from: text)
    free = UnsafeMutableBufferPointer(rebasing: free[text.count...])
    return UnsafeBufferPointer(place)
  }
}

extension Transaction {
  /// Adds the quads of a draft; those that name no graph go to the graph `otherwise`.
  public func add(_ draft: QuadDraft, otherwise: TermID = .none) throws {
    let ids = try draft.terms.map { try intern($0.bytes) }
    func id(_ number: UInt64) -> TermID {
      let id = TermID(rawValue: number)
      return id.kind == .local ? ids[Int(id.payload)] : id
    }
    for quad in draft.quads {
      try insert(id(quad.a), id(quad.b), id(quad.c), graph: quad.d == 0 ? otherwise : id(quad.d))
    }
  }
}
