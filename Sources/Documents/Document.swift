/// One resolution (or decision, statement, report) as text with its structure, whatever file it came from.
///
/// Readers fill it; extraction reads it. The same resolution read from two formats gives equal paragraphs and footnotes.
public struct Document: Sendable {
  /// The document's own symbol; nil where the text bears none.
  public var symbol: Symbol?
  /// How the symbol was found: printed, given by the caller, or worked out.
  public var symbolSource: SymbolSource = .none
  /// The printed document of which this resolution is one of several; nil where it is printed alone.
  public var partOf: JointDocument?
  public var title: String?
  /// The adopting organ as the text names it: "General Assembly", "Security Council".
  public var organ: Organ?
  /// ISO 8601 `yyyy-mm-dd`.
  public var adoptedOn: String?
  /// BCP 47: "en", "fr".
  public var language: String = "en"
  public var session: Int?
  public var agendaItem: String?
  public var meeting: String?
  /// The draft it was adopted from and the committee's report, as symbols.
  public var draft: Symbol?
  public var committeeReport: Symbol?
  /// Sponsors, votes and subject keywords where the source states them.
  public var sponsors: [String] = []
  public var votes = RecordedVote()
  public var subjects: [Subject] = []
  /// Every paragraph in document order: preamble, operative part, annexes, with sub-paragraphs after their parent.
  public var paragraphs: [Paragraph] = []
  public var footnotes: [Footnote] = []
  /// How many times it has been issued again; 0 for the original.
  public var reissue = 0
  /// What the reader could not make sense of, a sentence each.
  public var warnings: [String] = []

  public init() {}
}

/// Where a document's identity comes from.
public enum SymbolSource: String, Sendable {
  case printed
  case given
  case inferred
  case none
}

/// A recorded vote, state by state, names as printed.
public struct RecordedVote: Sendable, Equatable {
  public var inFavour: [String] = []
  public var against: [String] = []
  public var abstained: [String] = []

  public init() {}
}

/// A subject keyword: its label in English, whatever language the document is in, and its IRI in UNBIS, EuroVoc or the SDGs where the source gives one.
public struct Subject: Sendable, Equatable {
  public var label: String
  public var iri: String?

  public init(label: String, iri: String?) {
    self.label = label
    self.iri = iri
  }
}
