/// A document met along citations from another, the root: what that goes back to, or what goes back to it.
public struct Relative: Sendable {
  public let document: DocumentCard
  /// Citations from the root by the shortest way; 0 is the root, 1 what it cites itself (or what cites it).
  public let generation: Int
  /// Through which document it is first met, as a position in the list that holds both; nil for the root.
  public let parent: Int?
  /// The most specific relations of the citation between `parent` and it, by local name.
  public let relations: [String]
  /// How many documents of the list cite it.
  public let citedBy: Int
  /// How many documents of the list it cites.
  public let cites: Int
  /// Its PageRank among the documents of the list, which add up to 1.
  public let pageRank: Double

  /// Cited by the root itself (or citing the root itself), not only through others.
  public var isDirect: Bool { generation == 1 }
}

/// A citation between two documents of a list of relatives.
public struct Citation: Sendable, Hashable {
  /// Positions in the list.
  public let citing: Int
  public let cited: Int
  /// Its most specific relations, by local name, sorted.
  public let relations: [String]
  /// The relation just below `:cites` to which the first of them belongs ("endorses" for "welcomes"); "cites" where none does.
  public let family: String
}
