import RDF

/// A paragraph in the chain of its versions, from the present one back to where its language first appears.
///
///     try ParagraphVersion.chain(of: <A/RES/78/237#pp6>, in: source)
///     // [78/237 pp6, modified .95, verb shift] → [73/27 pp9, new]
///
/// The chain is what `?p :restates* ?first` finds, along the nearest origin of each step.
public struct ParagraphVersion: Sendable {
  public let passage: Passage
  public let document: DocumentCard
  /// Where the language of this version comes from; nil for the first.
  public let origin: TextAlignment.Origin?
  public let change: TextAlignment.Change
}
