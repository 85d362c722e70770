/// What the grammar's cue lists say of a word or phrase.
struct CueClass: OptionSet, Sendable {
  let rawValue: Int32

  static let modifier = CueClass(rawValue: 1 << 0)
  static let aside = CueClass(rawValue: 1 << 1)
  static let intensifier = CueClass(rawValue: 1 << 2)
  static let filler = CueClass(rawValue: 1 << 3)
  static let qualifier = CueClass(rawValue: 1 << 4)
  static let topic = CueClass(rawValue: 1 << 5)
  static let demotingParticiple = CueClass(rawValue: 1 << 6)
  static let contentParticiple = CueClass(rawValue: 1 << 7)
  static let asParticiple = CueClass(rawValue: 1 << 8)
  static let linkPreposition = CueClass(rawValue: 1 << 9)
  static let relative = CueClass(rawValue: 1 << 10)
  static let member = CueClass(rawValue: 1 << 11)
  static let conjunction = CueClass(rawValue: 1 << 12)
  static let glue = CueClass(rawValue: 1 << 13)
  static let part = CueClass(rawValue: 1 << 14)
  static let action = CueClass(rawValue: 1 << 15)
  static let acting = CueClass(rawValue: 1 << 16)
  static let documentNoun = CueClass(rawValue: 1 << 17)
  static let addressee = CueClass(rawValue: 1 << 18)
  static let pronoun = CueClass(rawValue: 1 << 19)
  static let occasion = CueClass(rawValue: 1 << 20)
  static let reportNoun = CueClass(rawValue: 1 << 21)
  static let undertaking = CueClass(rawValue: 1 << 22)
  static let official = CueClass(rawValue: 1 << 23)
  static let nameEnd = CueClass(rawValue: 1 << 24)
  static let act = CueClass(rawValue: 1 << 25)
  static let measure = CueClass(rawValue: 1 << 26)

  /// What leads from a verb away from its object; inside a name it leads nowhere.
  static let leading: CueClass = [.qualifier, .topic, .relative, .member, .aside, .modifier]

  /// The names of the lists in `Ontology/Data/grammar.ttl` and `modality.ttl`.
  static let lists: [(name: String, value: CueClass)] = [
    ("Modifiers", .modifier), ("Asides", .aside), ("Intensifiers", .intensifier), ("Fillers", .filler),
    ("Qualifiers", .qualifier), ("Topics", .topic), ("DemotingParticiples", .demotingParticiple),
    ("ContentParticiples", .contentParticiple), ("AsParticiples", .asParticiple),
    ("LinkPrepositions", .linkPreposition), ("RelativeOpeners", .relative), ("MemberLinks", .member),
    ("Conjunctions", .conjunction), ("Glue", .glue), ("PartNouns", .part), ("ActionNouns", .action),
    ("ActingVerbs", .acting), ("DocumentNouns", .documentNoun), ("Addressees", .addressee),
    ("Pronouns", .pronoun), ("Occasions", .occasion), ("ReportNouns", .reportNoun),
    ("Undertakings", .undertaking),
    ("Officials", .official),
    ("NameEnds", .nameEnd), ("Acts", .act), ("Measures", .measure),
  ]
}
