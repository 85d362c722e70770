import QueryEngine
import QuerySyntax
import RDF

/// A sentence that says a triple: the paragraph or footnote with the words that cite.
public struct Evidence: Sendable, Hashable {
  public let place: IRI
  public let relation: IRI
  public let rule: String?
  /// The text of the paragraph or footnote; nil where the store does not hold it.
  public let text: String?
  /// The words, and where they stand in `text` as UTF-8 offsets.
  public let words: String
  public let range: Range<Int>?
  /// For words in a footnote: the text of the paragraph that bears its marker.
  public let paragraph: String?

  /// The citations behind `subject relation object`, in the order of the text.
  ///
  /// A relation is also said by the relations below it; `:footnoteCites` by any citation in a footnote.
  ///
  /// - Throws: an error with the nearest name where nothing is found and the relation is not known.
  public static func find(
    _ subject: IRI, _ relation: IRI, _ object: IRI, in source: any GraphSource
  ) throws -> [Evidence] {
    let tree = try source.relationTree()
    let isFootnote = relation == Stemma.term("footnoteCites")
    let found = try source.citations(from: subject, to: object).compactMap { citation -> Evidence? in
      guard case .iri(let said)? = citation["relation"] else { return nil }
      let footnote = citation["inFootnote"]
      let isWanted =
        isFootnote ? footnote != nil : said == relation || tree.above(said).contains(relation)
      guard isWanted, case .iri(let place)? = footnote ?? citation["inParagraph"] else { return nil }
      var range: Range<Int>?
      if let start = citation["start"]?.integer, let end = citation["end"]?.integer, start <= end {
        range = start..<end
      }
      let words = citation["exact"]?.lexical ?? ""
      let text = try source.texts(of: place).first { $0.holds(words, at: range) }
      var paragraph: Literal?
      if footnote != nil, case .iri(let bearer)? = citation["inParagraph"] {
        let texts = try source.texts(of: bearer)
        paragraph = texts.first { $0.language == text?.language } ?? texts.first
      }
      return Evidence(
        place: place, relation: said, rule: citation["rule"]?.lexical, text: text?.lexical, words: words,
        range: range, paragraph: paragraph?.lexical)
    }
    if found.isEmpty { try tree.requireNoNearer(relation) }
    var seen: Set<Evidence> = []
    return found.filter { seen.insert($0).inserted }.sorted { left, right in
      left.place != right.place
        ? SymbolOrder.precedes(left.place, right.place)
        : (left.range?.lowerBound ?? 0, left.relation) < (right.range?.lowerBound ?? 0, right.relation)
    }
  }

  /// The place, the relation and the rule on a line, then the text with the words between `marks`, for a footnote
  /// after its paragraph.
  public func text(marks: (open: String, close: String)) -> String {
    let symbol = DocumentCard(place).symbol
    let head = "\(symbol)  \(relation.relationName)\(rule.map { "  (rule: \($0))" } ?? "")\n"
    return head + (paragraph.map { "  \($0)\n" } ?? "") + "  \(marked(marks))\n"
  }

  private func marked(_ marks: (open: String, close: String)) -> String {
    guard let text else { return marks.open + words + marks.close }
    let bytes = Array(text.utf8)
    guard let range, range.upperBound <= bytes.count else { return text }
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return part(0..<range.lowerBound) + marks.open + part(range) + marks.close
      + part(range.upperBound..<bytes.count)
  }
}

extension Term {
  fileprivate var integer: Int? { lexical.flatMap { Int($0) } }
}

extension Literal {
  /// Whether `words` stand at these UTF-8 offsets, so that this is the language version that they were found in.
  fileprivate func holds(_ words: String, at range: Range<Int>?) -> Bool {
    guard let range else { return true }
    return lexical.utf8.dropFirst(range.lowerBound).prefix(range.count).elementsEqual(words.utf8)
  }
}

extension GraphSource {
  /// The properties of each citation of `object` by `subject`, by local name; one value of each.
  fileprivate func citations(from subject: IRI, to object: IRI) throws -> [[String: Term]] {
    let (citation, property, value) = (Variable("citation"), Variable("property"), Variable("value"))
    let pattern = Algebra.bgp([
      TriplePattern(.variable(citation), .term(.iri(CiTO.hasCitingEntity)), .term(.iri(subject))),
      TriplePattern(.variable(citation), .term(.iri(CiTO.hasCitedEntity)), .term(.iri(object))),
      TriplePattern(.variable(citation), .variable(property), .variable(value)),
    ])
    let variables = [citation, property, value]
    var found: [Term: [String: Term]] = [:]
    var order: [Term] = []
    for row in try rows(.project(pattern, variables), variables) {
      guard let node = row[0], case .iri(let property)? = row[1], let value = row[2] else { continue }
      if found[node] == nil { order.append(node) }
      found[node, default: [:]][property.name(in: Stemma.namespace) ?? ""] = value
    }
    return order.compactMap { found[$0] }
  }

  /// The texts of a paragraph or footnote, one for each language, in the order of their bytes.
  fileprivate func texts(of place: IRI) throws -> [Literal] {
    let value = Variable("value")
    let pattern = TriplePattern(.term(.iri(place)), .term(.iri(Stemma.term("text"))), .variable(value))
    let texts = try rows(.project(.bgp([pattern]), [value]), [value]).compactMap { row -> Literal? in
      if case .literal(let literal)? = row[0] { literal } else { nil }
    }
    return texts.sorted { $0.lexical < $1.lexical }
  }
}
