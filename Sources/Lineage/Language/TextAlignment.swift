import RDF

/// A document beside an earlier one, paragraph by paragraph: what it keeps, changes, adds and leaves out.
///
///     let alignment = try TextAlignment(of: <A/RES/78/237>, with: <A/RES/73/27>, in: source)
///     for row in alignment.rows { … row.newer.label, row.change, row.origins … }
public struct TextAlignment: Sendable {
  /// What became of an earlier paragraph's language.
  public enum Change: String, Sendable, CaseIterable {
    /// The same words in the same order, once acronyms are spelled out as each document defines them.
    case identical
    /// Recognizably the same paragraph, or a part of it, in other words.
    case modified
    /// Nothing like it among what was looked at.
    case new
  }

  /// An earlier paragraph whose language a later one repeats.
  public struct Origin: Sendable, Hashable {
    public let passage: Passage
    /// From 0 to 1: twice the words that both have in the same order, over the words of both.
    public let similarity: Double
    /// The opening verb is another, the rest nearly the same: "Expressing concern that" became "Recalling that".
    public let isVerbShift: Bool
    /// It stood in the other of the preambular and the operative part.
    public let isMove: Bool
  }

  /// A paragraph of the newer document with where it comes from.
  public struct Row: Sendable {
    public let newer: Passage
    public let change: Change
    /// The nearest first; more than one where earlier paragraphs were merged, none where it is new.
    public let origins: [Origin]

    /// Whether it says what its nearest origin says but for numbers.
    public var differsInNumbersOnly: Bool {
      change == .modified && origins.first.map { newer.differsInNumbersOnly(from: $0.passage) } == true
    }

    /// The words of the nearest origin against those of the paragraph; nil where it is new.
    public var diff: WordDiff? { origins.first.map { WordDiff(from: $0.passage.text, to: newer.text) } }
  }

  public let newer: DocumentCard
  public let older: DocumentCard
  /// In the order of the newer document.
  public let rows: [Row]
  /// Paragraphs of the older document of which the newer one repeats nothing, in its order.
  public let dropped: [Passage]

  /// A paragraph's place in its document; in one of several resolutions under one number with its letter, "101A pp1".
  func label(_ passage: Passage) -> String {
    if [newer.iri, older.iri].contains(passage.document) { return passage.label }
    let part = DocumentCard(passage.document).symbol.split(separator: "/").last ?? ""
    return "\(part) \(passage.label)"
  }
}
