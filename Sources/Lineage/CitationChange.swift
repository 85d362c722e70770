/// What a text cites that an earlier one did not, and the other way round.
public struct CitationChange: Sendable {
  public let text: DocumentCard
  public let earlier: DocumentCard
  /// Cited by the text and not by the earlier one, apart from the earlier one itself; in the order of symbols.
  public let added: [DocumentCard]
  /// Cited by the earlier one and not by the text; in the order of symbols.
  public let dropped: [DocumentCard]
  /// How many documents both cite.
  public let kept: Int

  /// Compares what `text` and `earlier` cite, positions in `cards` ascending by symbol.
  init(from earlier: Int, to text: Int, cited: [[Int]], cards: [DocumentCard]) {
    self.text = cards[text]
    self.earlier = cards[earlier]
    let (before, after) = (Set(cited[earlier]), Set(cited[text]))
    added = cited[text].filter { $0 != earlier && !before.contains($0) }.map { cards[$0] }
    dropped = cited[earlier].filter { $0 != text && !after.contains($0) }.map { cards[$0] }
    kept = before.intersection(after).count
  }
}
