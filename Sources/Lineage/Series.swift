/// The line of texts in which a body takes up the same item again and again, back from one of them.
///
/// The predecessor of a text is the latest that it cites among the earlier texts of the same organ and kind whose titles
/// are kin (`TitleWords`). Only documents in the store have a title, so a series ends where the store does.
public struct Series: Sendable {
  /// The latest first; the document that was asked for is the first.
  public let members: [DocumentCard]
  /// What each member adds and drops against its predecessor, the latest first.
  public let changes: [CitationChange]
  /// Texts that the same body adopted in the same session under the same agenda item as a member, outside the series: the
  /// rival or sister tracks, later first.
  public let siblings: [DocumentCard]

  /// - Parameters:
  ///   - cards: the nodes in the order of their symbols.
  ///   - cited: what each node cites, ascending.
  init(of start: Int, cards: [DocumentCard], cited: [[Int]]) {
    let titles = cards.map { $0.title.map(TitleWords.init) }
    func isPredecessor(_ node: Int, of text: Int) -> Bool {
      guard let title = titles[text], let other = titles[node], let date = cards[text].adoptedOn,
        let earlier = cards[node].adoptedOn
      else { return false }
      return earlier < date && cards[node].organ == cards[text].organ && cards[node].kind == cards[text].kind
        && title.isKin(of: other)
    }
    var line = [start]
    while let text = line.last,
      let next = cited[text].filter({ isPredecessor($0, of: text) })
        .max(by: { DocumentCard.precedes(cards[$1], cards[$0]) })
    { line.append(next) }
    members = line.map { cards[$0] }
    changes = zip(line, line.dropFirst()).map {
      CitationChange(from: $1, to: $0, cited: cited, cards: cards)
    }
    let items = Set(members.compactMap(\.item))
    let own = Set(line)
    siblings = cards.indices.filter { !own.contains($0) && cards[$0].item.map(items.contains) == true }
      .map { cards[$0] }.sorted(by: DocumentCard.precedes)
  }
}
