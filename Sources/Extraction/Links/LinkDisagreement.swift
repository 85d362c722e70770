import Documents
import RDF

/// A place where the text of a document names one document and the official hyperlink over it leads to another.
public struct LinkDisagreement: Sendable, Equatable {
  /// The paragraph's or footnote's IRI.
  public var place: IRI
  /// The words under the link.
  public var words: String
  /// What the words name in their sentence; empty where they name nothing that can be told.
  public var read: [Symbol]
  /// What the link leads to.
  public var linked: Symbol

  /// The links of `document` that contradict its text.
  ///
  ///     "in its resolution 76/156"  ->  https://undocs.org/en/A/RES/75/188
  ///
  /// A section letter that stands behind the link ("43/78" + " H") is no disagreement, nor is a link to one symbol of two
  /// that a document bears, nor a link that leads elsewhere than to a document with a symbol.
  public static func all(in document: Document) -> [LinkDisagreement] {
    let identity = DocumentIdentity(document)
    let citations = Dictionary(grouping: CitationFinder().citations(in: document), by: \.place)
    var found: [LinkDisagreement] = []
    func check(_ links: [Link], _ text: String, _ place: Citation.Place, _ fragment: String) {
      for link in links {
        guard let linked = address(link.target) else { continue }
        let named = (citations[place] ?? []).filter { $0.range.overlaps(link.range) }
        let read = named.compactMap { citation -> Symbol? in
          if case .document(let symbol) = citation.target { symbol } else { nil }
        }
        // What names an instrument or another body's act has no symbol to compare.
        if read.isEmpty, !named.isEmpty, named.allSatisfy(\.isResolved) { continue }
        if read.contains(where: { agrees($0, linked) }) { continue }
        let words = String(
          decoding: Array(text.utf8)[link.range.clamped(to: 0..<text.utf8.count)], as: UTF8.self)
        found.append(
          LinkDisagreement(place: identity.part(fragment), words: words, read: read, linked: linked))
      }
    }
    for (index, paragraph) in document.paragraphs.enumerated() {
      check(paragraph.links, paragraph.text, .paragraph(index), paragraph.fragment)
    }
    for (index, note) in document.footnotes.enumerated() {
      check(note.links, note.text, .footnote(index), note.fragment)
    }
    return found
  }

  /// The symbol of an address at the UN's document service; nil for other addresses.
  private static func address(_ target: String) -> Symbol? {
    guard target.contains("undocs.org/") || target.contains("docs.un.org/") else { return nil }
    return Symbol.parse(target)
  }

  private static func agrees(_ read: Symbol, _ linked: Symbol) -> Bool {
    let (one, other) = (read.text.lowercased(), linked.text.lowercased())
    // The service keeps a report that is printed as a supplement of the Official Records under "A/62/54(Supp)".
    if one == other || other == one + "(supp)" { return true }
    return stem(one) == other || one == stem(other) || one.split(separator: "-").contains { $0 == other }
      || other.split(separator: "-").contains { $0 == one }
  }

  /// "a/res/43/78" of "a/res/43/78h", "a/res/3411(xxx)" of "a/res/3411a(xxx)"; the symbol itself where it has no letter.
  private static func stem(_ symbol: String) -> String {
    let end = symbol.firstIndex(of: "(") ?? symbol.endIndex
    var start = end
    while start > symbol.startIndex, symbol[symbol.index(before: start)].isLetter {
      start = symbol.index(before: start)
    }
    guard start > symbol.startIndex, symbol[symbol.index(before: start)].isNumber else { return symbol }
    return String(symbol[..<start] + symbol[end...])
  }
}
