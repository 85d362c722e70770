/// The lexicons of all languages, which number words alike.
///
/// A grammar's words go on from their numbers, so that words cut for the grammar need not be looked up again.
final class Lexicons: Sendable {
  static let shared = Lexicons()

  let words: WordTable
  /// By the number of a word: what it may lead the search for citations to, in whatever language.
  let senses: SensesByWord
  private let english: Lexicon
  private let french: Lexicon
  private let spanish: Lexicon
  private let russian: Lexicon
  private let arabic: Lexicon
  private let chinese: Lexicon

  private init() {
    var words = WordTable()
    english = Lexicon(.english, learning: &words)
    french = Lexicon(.french, learning: &words, fusesArticles: true)
    spanish = Lexicon(.spanish, learning: &words, fusesArticles: true)
    russian = Lexicon(.russian, learning: &words)
    arabic = Lexicon(.arabic, learning: &words, script: .arabic)
    chinese = Lexicon(.chinese, learning: &words, script: .chinese)
    var senses = SensesByWord()
    senses.insert(.composite, Words.Kind.figure.rawValue)
    for lexicon in [english, french, spanish, russian] {
      for body in lexicon.bodies {
        let name = Words.numbers(of: String(decoding: body.bytes, as: UTF8.self), learning: &words)
        senses.insert(.startsBody, name[0])
      }
      for number in 0...Words.number(Int32(words.count)) {
        switch lexicon.entry(number).word {
        case .chapter, .sales: senses.insert(.citesAlone, number)
        case .bodyNoun: senses.insert(.bodyNoun, number)
        default: break
        }
      }
    }
    senses.fill(to: Words.number(Int32(words.count)))
    self.words = words
    self.senses = senses
  }

  /// The lexicon of a BCP 47 language tag; English where the language has none.
  func of(_ language: String) -> Lexicon {
    switch language.prefix(2) {
    case "fr": french
    case "es": spanish
    case "ru": russian
    case "ar": arabic
    case "zh": chinese
    default: english
    }
  }
}
