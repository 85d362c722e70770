/// What a word may be by itself: what it starts, and the lists of the grammar that it stands in.
struct WordTraits: OptionSet, Sendable {
  let rawValue: UInt32

  /// First words of phrases; of cues those that are longer than this word, or may stand in a name. The lowest bit is counted with.
  static let startsCue = WordTraits(rawValue: 1 << 0)
  static let startsVerb = WordTraits(rawValue: 1 << 1)
  static let startsModal = WordTraits(rawValue: 1 << 2)
  static let startsPrincipleCue = WordTraits(rawValue: 1 << 3)
  static let startsNormCue = WordTraits(rawValue: 1 << 4)
  /// Of the principles' cues those that tell what a document is about.
  static let startsContextCue = WordTraits(rawValue: 1 << 14)
  /// Makes what follows a condition, a question or a purpose.
  static let subordinator = WordTraits(rawValue: 1 << 5)
  /// Stands before "that" where it opens a purpose: so, order.
  static let purpose = WordTraits(rawValue: 1 << 6)
  /// A word of speech and report: what is told to report on a document does not act on it.
  static let reporting = WordTraits(rawValue: 1 << 7)
  /// "principle", "principles".
  static let principle = WordTraits(rawValue: 1 << 8)
  /// "Assembly", "Council": what stands before the verb of a decision.
  static let organ = WordTraits(rawValue: 1 << 9)
  /// A form of "express", which takes a feeling as its object.
  static let expressing = WordTraits(rawValue: 1 << 10)
  /// Opens a noun phrase that is no possessive of the speaker's: the, their, a, an.
  static let article = WordTraits(rawValue: 1 << 11)
  /// Says whose something is: its, their, his.
  static let owner = WordTraits(rawValue: 1 << 22)
  /// What an organ calls its own earlier acts: decision, resolution.
  static let act = WordTraits(rawValue: 1 << 12)
  /// What a verb's reach may end at or go on behind: a comma, a semicolon, a stop, "that", "to".
  static let steers = WordTraits(rawValue: 1 << 15)
  /// A semicolon or a stop.
  static let endsClause = WordTraits(rawValue: 1 << 20)
  /// A form of be and have, a modal: what a clause has where it has its verb.
  static let finite = WordTraits(rawValue: 1 << 21)
  /// A noun whose "to" leads to another noun rather than to a verb: right, access.
  static let nounBeforeTo = WordTraits(rawValue: 1 << 13)
  /// Opens a noun phrase and is no article, or stands for one: no verb.
  static let determiner = WordTraits(rawValue: 1 << 24)
  /// Leads with "to" to what somebody can or will do: able, in a position.
  static let enabling = WordTraits(rawValue: 1 << 23)
  /// A figure, or a word that citations may read in parts: one with a figure, a slash, an apostrophe or a sign in it.
  static let composite = WordTraits(rawValue: 1 << 16)
  /// A word that leads to a citation without a figure: chapter, sales.
  static let citesAlone = WordTraits(rawValue: 1 << 17)
  /// What an unknown body's name is built on: Conference, Committee.
  static let bodyNoun = WordTraits(rawValue: 1 << 18)
  /// The first word of a body in the word lists.
  static let startsBody = WordTraits(rawValue: 1 << 19)
}
