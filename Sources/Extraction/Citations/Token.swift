/// A unit of a text that matters to citations.
struct Token {
  enum Kind: UInt8 {
    case word
    /// A number in a resolution's form; `value` is its index in `TokenizedText.numbers`.
    case act
    /// A printed symbol; `value` is its index in `TokenizedText.symbols`.
    case symbol
    /// A full date; `value` is its index in `TokenizedText.days`.
    case day
    /// Other digits; `value` is what they say, -1 where they are too many.
    case digits
    /// A body of the word list; `value` is its index there.
    case body
    case comma, semicolon, colon, stop, open, close, quoteOpen, quoteClose, dash, other
  }

  var kind: Kind
  var word: Word = .lower
  var start: Int32
  var end: Int32
  var value: Int32 = 0

  /// Whether it neither leads to a citation nor ends one: most tokens.
  @inline(__always)
  var isIdle: Bool { kind == .comma || kind == .word && word == .lower }

  var range: Range<Int> { Int(start)..<Int(end) }
}
