/// A paragraph or sub-paragraph, its text flowing, clean and without footnote markers.
public struct Paragraph: Sendable {
  public enum Kind: String, Sendable {
    case preambular
    case operative
    case annex
    /// Headings, "The General Assembly," and the like: kept for extraction's context, not numbered.
    case heading
  }

  public var kind: Kind
  /// Number as printed and joined with its parents': "1", "1.3", "4(a)", "12(b)(ii)"; nil where it has none.
  public var number: String?
  /// Position among the document's paragraphs of this kind at its level, from 1.
  public var ordinal: Int
  /// The IRI fragment: "pp3", "op5", "op1.3", "op4.a", "annex-1.2"; unique in the document, the same for the same text always.
  public var fragment: String
  /// Index in `Document.paragraphs` of the paragraph it is part of.
  public var parent: Int?
  /// UTF-8, white space folded to single blanks, markers and links taken out.
  public var text: String
  /// Where footnote markers stood, as UTF-8 offsets in `text` (the offset of the byte after the marked words), in order.
  public var markers: [Marker]
  /// Official hyperlinks over `text` (AKN4UN only): for checking, not for finding citations.
  public var links: [Link]
  /// The opening phrase as the mark-up or emphasis shows it ("Also decides"); nil where the form does not say.
  public var openingPhrase: String?

  public init(
    kind: Kind, number: String? = nil, ordinal: Int, fragment: String, parent: Int? = nil, text: String,
    markers: [Marker] = [], links: [Link] = [], openingPhrase: String? = nil
  ) {
    self.kind = kind
    self.number = number
    self.ordinal = ordinal
    self.fragment = fragment
    self.parent = parent
    self.text = text
    self.markers = markers
    self.links = links
    self.openingPhrase = openingPhrase
  }
}

/// A footnote marker in a paragraph.
public struct Marker: Sendable, Equatable {
  /// UTF-8 offset in the paragraph's text.
  public var offset: Int
  /// Index in `Document.footnotes`; nil where no note bears this label.
  public var footnote: Int?
  public var label: String

  public init(offset: Int, footnote: Int?, label: String) {
    self.offset = offset
    self.footnote = footnote
    self.label = label
  }
}

/// An official hyperlink: a range of the text and the address it leads to.
public struct Link: Sendable, Equatable {
  public var range: Range<Int>
  public var target: String

  public init(range: Range<Int>, target: String) {
    self.range = range
    self.target = target
  }
}

/// A footnote, once however often its marker is repeated.
public struct Footnote: Sendable {
  /// As printed: "1", "*".
  public var label: String
  /// The IRI fragment "fn1".
  public var fragment: String
  public var text: String
  public var links: [Link]

  public init(label: String, fragment: String, text: String, links: [Link] = []) {
    self.label = label
    self.fragment = fragment
    self.text = text
    self.links = links
  }
}
