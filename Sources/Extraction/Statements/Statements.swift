import Documents
import RDF

/// The triples of one document in the order in which they are stated: rows of numbers for terms, whose texts stand end to end.
///
/// The texts of paragraphs and footnotes are there once; words that are quoted from them are ranges. So a build copies no text
/// and makes no `String` between a document and its store.
///
///     for row in statements.rows { try statements.withTerm(row.object) { … $0.lexical … } }
public struct Statements: Sendable {
  /// A triple by the numbers of its terms.
  public struct Row: Hashable, Sendable {
    public let subject: UInt32
    public let predicate: UInt32
    public let object: UInt32
  }

  /// What a literal or IRI is beside its text.
  enum Form: UInt8 {
    case iri, string, integer, decimal, date
    /// In English, whatever language the document is in.
    case english
    /// In the document's language.
    case tagged
  }

  /// A term: where its text stands, or the value of an integer.
  private struct Entry {
    var start: Int
    var length: Int32
    var form: Form
  }

  public let vocabulary: Vocabulary
  public private(set) var rows: [Row] = []
  private(set) var texts: DocumentTexts
  private let language: [UInt8]
  private var entries: [Entry] = []
  private var seen = RowSet()
  private var once = TermIndex()
  /// Where the text that is being written starts.
  private var opened = 0

  init(_ texts: consuming DocumentTexts, language: String, vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    self.language = Array(language.utf8)
    // By experience: a document says about a triple for sixteen bytes.
    rows.reserveCapacity(texts.bytes.count / 16)
    entries.reserveCapacity(texts.bytes.count / 24)
    self.texts = texts
  }

  /// One more than the largest number of a term.
  public var termCount: Int { vocabulary.count + entries.count }

  /// Calls `body` with the term of a number.
  public func withTerm<Result>(_ number: UInt32, _ body: (TermBytes) throws -> Result) rethrows -> Result {
    guard Int(number) >= vocabulary.count else { return try vocabulary.withTerm(number, body) }
    let entry = entries[Int(number) - vocabulary.count]
    if entry.form == .integer { return try IntegerText(entry.start).withBytes(body) }
    return try texts.bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[entry.start..<entry.start + Int(entry.length)])
      switch entry.form {
      case .iri: return try body(TermBytes(kind: .iri, lexical: text))
      case .string, .integer: return try body(TermBytes(kind: .literal, lexical: text))
      case .decimal:
        return try body(TermBytes(kind: .literal, lexical: text, datatype: Datatype.decimal.bytes))
      case .date: return try body(TermBytes(kind: .literal, lexical: text, datatype: Datatype.date.bytes))
      case .english:
        return try body(TermBytes(kind: .literal, lexical: text, language: Datatype.english.bytes))
      case .tagged:
        return try language.withUnsafeBufferPointer {
          try body(TermBytes(kind: .literal, lexical: text, language: $0))
        }
      }
    }
  }

  /// The triples with terms of their own.
  ///
  /// - Complexity: O(bytes); a `String` is made for every term of every row.
  public var triples: [Triple] {
    rows.map { row in
      Triple(
        withTerm(row.subject) { $0.term },
        IRI(withTerm(row.predicate) { String(decoding: $0.lexical, as: UTF8.self) }),
        withTerm(row.object) { $0.term })
    }
  }
}

// MARK: Terms

extension Statements {
  /// A term whose text is `text`.
  mutating func term(_ form: Form, _ text: String) -> UInt32 {
    open()
    write(text)
    return close(form)
  }

  /// The same, or the term that was made so before: for what may be stated in several places.
  mutating func once(_ form: Form, _ text: String) -> UInt32 {
    open()
    write(text)
    return closeOnce(form)
  }

  /// The IRI of a part of the document whose IRI `whole` is.
  mutating func part(of whole: UInt32, _ fragment: String) -> UInt32 {
    open(with: whole)
    write("#")
    write(fragment)
    return close(.iri)
  }

  /// A literal of words that stand in the document: at `range` of the document's texts.
  mutating func term(_ form: Form, at range: Range<Int>) -> UInt32 {
    entry(Entry(start: range.lowerBound, length: Int32(range.count), form: form))
  }

  mutating func integer(_ value: Int) -> UInt32 { entry(Entry(start: value, length: 0, form: .integer)) }

  /// Begins the text of a term.
  mutating func open() { opened = texts.bytes.count }

  /// Begins the text of a term with that of another, which stands among the document's.
  mutating func open(with number: UInt32) {
    open()
    let entry = entries[Int(number) - vocabulary.count]
    texts.copy(entry.start..<entry.start + Int(entry.length))
  }

  mutating func write(_ text: String) { texts.append(text) }

  /// The IRI of a document.
  mutating func write(iriOf symbol: Symbol) { symbol.appendIRI(to: &texts.bytes) }

  mutating func write(_ text: StaticString) {
    texts.bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func write(_ number: Int) {
    IntegerText(number).withBytes { texts.bytes.append(contentsOf: $0.lexical) }
  }

  /// The term whose text has been written since it was begun.
  mutating func close(_ form: Form) -> UInt32 {
    entry(Entry(start: opened, length: Int32(texts.bytes.count - opened), form: form))
  }

  /// The same, or the term that was closed so before with the same form and text: for what may be stated in several places.
  mutating func closeOnce(_ form: Form) -> UInt32 {
    let range = opened..<texts.bytes.count
    let (hash, known) = texts.bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[range])
      let hash = ByteHash.hash(UnsafeRawBufferPointer(text), seed: UInt64(form.rawValue))
      let known = once.term(hash) { number in
        let entry = entries[Int(number) - vocabulary.count]
        let its = bytes[entry.start..<entry.start + Int(entry.length)]
        return entry.form == form && ByteHash.equal(UnsafeBufferPointer(rebasing: its), text)
      }
      return (hash, known)
    }
    if let known {
      texts.bytes.removeLast(range.count)
      return known
    }
    let made = close(form)
    once.insert(made, hash)
    return made
  }

  private mutating func entry(_ entry: Entry) -> UInt32 {
    entries.append(entry)
    return UInt32(vocabulary.count + entries.count - 1)
  }
}

// MARK: Rows

extension Statements {
  mutating func add(_ subject: UInt32, _ predicate: Name, _ object: UInt32) {
    rows.append(Row(subject: subject, predicate: predicate.number, object: object))
  }

  mutating func add(_ subject: UInt32, _ predicate: Name, _ object: Name) {
    add(subject, predicate, object.number)
  }

  /// States what other places may have stated already, in terms of the same numbers.
  mutating func addOnce(_ subject: UInt32, _ predicate: UInt32, _ object: UInt32) {
    let row = Row(subject: subject, predicate: predicate, object: object)
    if seen.insert(row) { rows.append(row) }
  }

  mutating func addOnce(_ subject: UInt32, _ predicate: Name, _ object: UInt32) {
    addOnce(subject, predicate.number, object)
  }
}
