import Documents

/// A place in a document's text where it names another document, and what it names.
///
///     "its resolutions 36/103 of 9 December 1981 and 43/78 H"   two citations, A/RES/36/103 and A/RES/43/78H
///
/// All ranges are UTF-8 offsets in the text of the paragraph or footnote at `place`.
public struct Citation: Sendable, Equatable {
  /// The text a citation stands in, as an index in `Document.paragraphs` or `Document.footnotes`.
  public enum Place: Sendable, Hashable {
    case paragraph(Int)
    case footnote(Int)
  }

  public var place: Place
  /// The exact words: "26/13", "43/78 H"; "resolution 75/240" keeps only the number, "A/65/517-S/2010/534" stands for both.
  public var range: Range<Int>
  public var target: Target
  /// The part of the target that is meant, as printed: "para. 13", "chap. IV, sect. A", "section VI".
  public var pinpoint: String?
  /// The target's date where it is given beside it.
  var day: Day?
  /// The target's title where it follows: what stands in “…” after "entitled", or the words after "on".
  public var title: Range<Int>?
  /// The rule that found it: "list-head", "list-item", "own-body", "symbol", "ibid", …
  public var rule: Rule
  /// Whether it is a supplement of Official Records: "Supplement No. 53 (A/72/53)".
  var isSupplement = false
  /// The Security Council's number that the words give without its year.
  var yearless: Int?
  /// The whole noun phrase: from the determiner or pinpoint before the head to the end of the item's date and title.
  public var phrase: Range<Int>

  init(
    place: Place, range: Range<Int>, target: Target, pinpoint: String? = nil, day: Day? = nil,
    title: Range<Int>? = nil, rule: Rule, phrase: Range<Int>
  ) {
    self.place = place
    self.range = range
    self.target = target
    self.pinpoint = pinpoint
    self.day = day
    self.title = title
    self.rule = rule
    self.phrase = phrase
  }

  /// Whether its target is known.
  public var isResolved: Bool {
    if case .unresolved = target { return false }
    return true
  }
}

extension Citation {
  /// The target's date where it is given beside it, ISO 8601.
  public var date: String? { day?.iso }

  /// How a citation was found and its target worked out.
  public enum Rule: String, Sendable, CaseIterable {
    /// The number stands right behind "General Assembly resolution".
    case listHead = "list-head"
    /// A later number that inherits body and kind from the head of its list.
    case listItem = "list-item"
    /// "its resolution": the speaking body's.
    case ownBody = "own-body"
    /// "the Human Rights Council, in its resolution": the body that the clause is about.
    case subjectBody = "subject-body"
    /// "resolutions 5/3 and 6/2 of the Conference".
    case trailingBody = "trailing-body"
    /// No body is named: the form of the number, its date and the speaker decide.
    case form
    /// The named body cannot have adopted it, the date or the form shows whose it is.
    case contradiction
    /// A Security Council number without its year, which the document gives elsewhere.
    case yearFromContext = "year-from-context"
    /// A symbol printed in full.
    case symbol
    /// "resolution A/70/1" for A/RES/70/1.
    case symbolOfResolution = "symbol-of-resolution"
    /// A footnote that opens with "Resolution N".
    case footnoteResolution = "footnote-resolution"
    case ibid
    case charterArticle = "charter-article"
    case treatySeries = "treaty-series"
    case salesNumber = "sales-number"
    case officialRecords = "official-records"
  }
}
