import Documents

/// What a citation leads to.
public enum Target: Sendable, Hashable {
  /// A document with a symbol.
  case document(Symbol)
  /// A resolution or decision of a body that prints no symbols: number 62/8 of the Commission on Narcotic Drugs.
  case named(NamedAct)
  /// An instrument or publication that is no numbered document: a Charter article, a treaty, a sales publication.
  case instrument(Instrument)
  /// Nothing that can be told for sure, and why.
  case unresolved(String)
}

/// A resolution or decision known by its body's name and a number.
public struct NamedAct: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case resolution = "res"
    case decision = "dec"
  }

  /// The body as the text names it: "Commission on Narcotic Drugs".
  public var body: String
  public var kind: Kind
  /// As printed without blanks: "62/8", "574(XXVII)", "1/CP.21".
  public var number: String

  public init(body: String, kind: Kind, number: String) {
    self.body = body
    self.kind = kind
    self.number = number
  }
}

/// A source that bears no document symbol.
public enum Instrument: Sendable, Hashable {
  /// "Article 2 (4) of the Charter"; paragraph nil for a whole article.
  case charterArticle(Int, paragraph: Int?)
  case charterChapter(Int)
  /// A treaty by its series ("UNTS", "LNTS"), volume and registration number.
  case treaty(series: String, volume: String, number: String)
  /// A United Nations publication by its sales number: "E.96.IV.13".
  case salesPublication(String)
  /// A supplement of an organ's Official Records that is named without its symbol.
  case officialRecords(organ: Organ, session: String, supplement: String)
}
