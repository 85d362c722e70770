/// The words that steer the search for citations; each language has its own spellings of them in `WordList`.
enum Word: String, CaseIterable {
  /// Any other word in small letters, and any other that starts with a capital.
  case lower, name
  case resolution, decision
  /// "presidential statement"
  case presidential, statement
  case its, the, of, and, or, to, `in`, by, through, on
  case `as`, well, also
  case adopted, entitled
  case ibid
  /// "See" before a source.
  case see
  /// "No.", "Nos."
  case number
  /// Parts that may be pinpointed: "para.", "chap.", "annex".
  case part
  /// "Article", "Chapter": parts, and what the Charter is divided into.
  case article, chapter
  case charter, treaty, series, league, sales, volume, supplement, session, official, records
  /// Nouns that own the number behind them: "general comment 12", "agenda item 5", "target 4.7".
  case owner
  /// "Including", "in particular": what leads from a list's head to its numbers.
  case leading
  /// Adjectives that may stand between a determiner and the head: "relevant", "previous".
  case adjective
  /// What an unknown body's name is built on: "Conference", "Committee", "Union".
  case bodyNoun
  /// Prepositions in the names of bodies: "for", "against".
  case link
  case month
  /// "draft" before "resolution".
  case draft
}
