import Diagnostics

/// The words after a command, as a shell splits them: blanks part, quotes hold together.
enum ArgumentWords {
  /// - Throws: an error for a quote that is not closed.
  static func split(_ text: String) throws -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " || character == "\t" {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let quote { throw Diagnostic.error("a quote \(quote) is not closed") }
    if let word { words.append(word) }
    return words
  }
}
