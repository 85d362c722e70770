/// What a byte is to whoever cuts words.
struct ByteTraits: OptionSet {
  let rawValue: UInt8

  /// Letters of ASCII; the bits are those of `Words.Entry.Form`.
  static let capital = ByteTraits(rawValue: Words.Entry.Form.capital.rawValue)
  static let letter = ByteTraits(rawValue: Words.Entry.Form.plain.rawValue)
  /// A mark that stands by itself.
  static let mark = ByteTraits(rawValue: 1 << 3)
  /// Behind a word of letters it may go on with it.
  static let joint = ByteTraits(rawValue: 1 << 4)
  /// A letter of Roman numerals up to a hundred, small or capital.
  static let roman = ByteTraits(rawValue: 1 << 5)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ byte: UInt8) {
    self = []
    if (byte | 0x20) &- 0x61 < 26 { insert(.letter) }
    if byte &- 0x41 < 26 { insert(.capital) }
    if WordScratch.mark(byte) != nil { insert(.mark) }
    if WordScratch.mayJoin(byte) { insert(.joint) }
    if contains(.letter), WordScratch.isRoman(byte) { insert(.roman) }
  }
}
