import Ontology
import RDF

/// The ontology's words made ready for scanning texts.
///
/// Built once and shared by all extractions.
final class Grammar: Sendable {
  let words: WordTable
  let ontology: Ontology
  let verbs: [GrammarVerb]
  let forms: [VerbForm]
  /// Values are indices in `forms`.
  let verbPhrases: PhraseTrie
  /// Values are raw `CueClass`es.
  let cues: PhraseTrie
  /// Values are indices in `ontology.modals`; -1 marks a modal that binds nobody.
  let modals: PhraseTrie
  let principles: PrincipleCues
  /// Values are indices in `ontology.norms`.
  let norms: PhraseTrie
  /// The indices of `:cites` and `:decides` in the ontology's relations.
  let cites: Int
  let decides: Int
  let that: Int32
  let of: Int32
  let to: Int32
  let and: Int32
  let or: Int32
  let by: Int32
  let no: Int32
  let be: Int32
  let `is`: Int32
  let are: Int32
  let not: Int32
  let neither: Int32
  let either: Int32
  let when: Int32
  let them: Int32
  let united: Int32
  let who: Int32
  let we: Int32
  let it: Int32
  let `as`: Int32
  let its: Int32
  let further: Int32
  /// The words as texts are read by them.
  let index: WordIndex

  init(_ ontology: Ontology) {
    var table = Lexicons.shared.words
    func word(_ text: String) -> Int32 { Words.numbers(of: text, learning: &table)[0] }
    var senses = Lexicons.shared.senses
    self.ontology = ontology
    cites = ontology.relations.firstIndex { $0.name == "cites" } ?? 0
    decides = ontology.relations.firstIndex { $0.name == "decides" } ?? 0
    that = word("that")
    of = word("of")
    to = word("to")
    and = word("and")
    or = word("or")
    by = word("by")
    no = word("no")
    be = word("be")
    `is` = word("is")
    are = word("are")
    not = word("not")
    neither = word("neither")
    either = word("either")
    when = word("when")
    them = word("them")
    united = word("united")
    who = word("who")
    we = word("we")
    it = word("it")
    `as` = word("as")
    its = word("its")
    further = word("further")
    for (trait, words) in [
      (WordTraits.article, ["the", "their", "a", "an"]),
      (
        .enabling,
        [
          "able", "unable", "need", "needs", "yet", "position", "willing", "wishing", "wish", "ready",
          "necessary", "required",
          "seeking", "obligation", "duty", "eligible", "entitled", "failing", "intending",
        ]
      ),
      (
        .determiner,
        [
          "this", "that", "these", "those", "such", "any", "all", "each", "both", "every", "it", "them",
          "him",
        ]
      ),
      (.owner, ["its", "their", "his", "her", "our"]),
      (.act, ["decision", "decisions", "resolution", "resolutions"]),
      (
        .subordinator,
        [
          "if", "whether", "when", "unless", "how", "why", "which", "who", "whose", "where", "until", "lest",
          "what", "whom", "should",
        ]
      ),
      (.purpose, ["so", "order"]),
      (.nounBeforeTo, ["right", "rights", "access", "approach", "approaches"]),
      (
        .reporting,
        [
          "report", "submit", "inform", "present", "update", "brief", "convene", "hold", "transmit",
          "circulate",
        ]
      ),
      (.expressing, ["expresses", "expressing"]),
      (
        .finite,
        [
          "is", "are", "was", "were", "has", "have", "had", "shall", "should", "must", "may", "can", "will",
          "would", "could",
        ]
      ),
      (.principle, ["principle", "principles"]),
      (.organ, ["assembly", "council", "commission", "conference"]),
      (.steers, ["that", "to", ",", ";", "."]), (.endsClause, [";", "."]),
    ] {
      for text in words { senses.insert(trait, word(text)) }
    }
    let relations = Dictionary(uniqueKeysWithValues: ontology.relations.enumerated().map { ($1.iri, $0) })
    let (endorses, criticizes) = (Stemma.term("endorses"), Stemma.term("criticizes"))
    verbs = ontology.verbs.map { verb in
      let relation = relations[verb.governs] ?? 0
      let kinds = ontology.relations[relation].kindsAbove
      return GrammarVerb(
        relation: relation, isEndorsing: verb.governs == endorses || kinds.contains(endorses),
        isCritical: verb.governs == criticizes || kinds.contains(criticizes),
        isDirecting: verb.stance == .directive, isAddressed: verb.isDirective)
    }
    var forms: [VerbForm] = []
    var verbPhrases = PhraseTrie()
    for (number, verb) in ontology.verbs.enumerated() {
      for (position, spellings) in [
        (VerbForm.Position.preambular, verb.preambularForms), (.operative, verb.operativeForms),
        (.past, verb.pastForms),
      ] {
        for spelling in spellings {
          verbPhrases.insert(Words.numbers(of: spelling, learning: &table), Int32(forms.count))
          forms.append(
            VerbForm(verb: number, position: position, isTranslated: verb.translatedForms.contains(spelling)))
        }
      }
      if !verb.operativeForms.isEmpty {
        verbPhrases.insert(Words.numbers(of: verb.label, learning: &table), Int32(forms.count))
        forms.append(VerbForm(verb: number, position: .declarative, isBare: verb.opensBare))
      }
    }
    self.forms = forms
    self.verbPhrases = verbPhrases
    for word in verbPhrases.firstWords { senses.insert(.startsVerb, word) }
    var cues = PhraseTrie()
    for (name, value) in CueClass.lists {
      for cue in ontology.cues(name) {
        cues.insert(Words.numbers(of: cue, learning: &table), value.rawValue)
      }
    }
    self.cues = cues
    for word in cues.firstWords {
      let classes = CueClass(rawValue: cues.start(word).map(cues.union) ?? 0)
      senses.insert(classes, word)
      if cues.goesOn(word) || !classes.isDisjoint(with: .leading) { senses.insert(.startsCue, word) }
    }
    var modals = PhraseTrie()
    for (number, modal) in ontology.modals.enumerated() {
      for cue in modal.cues { modals.insert(Words.numbers(of: cue, learning: &table), Int32(number)) }
    }
    for cue in ontology.cues("NonNormative") {
      modals.insert(Words.numbers(of: cue, learning: &table), -1)
    }
    self.modals = modals
    for word in modals.firstWords { senses.insert(.startsModal, word) }
    var norms = PhraseTrie()
    for (number, norm) in ontology.norms.enumerated() {
      for cue in norm.cues { norms.insert(Words.numbers(of: cue, learning: &table), Int32(number)) }
    }
    self.norms = norms
    for word in norms.firstWords { senses.insert(.startsNormCue, word) }
    var principles = PrincipleCues()
    principles.learn(ontology.principles, &table)
    self.principles = principles
    for word in principles.phrases.firstWords { senses.insert(.startsPrincipleCue, word) }
    for word in principles.contextWords { senses.insert(.startsContextCue, word) }
    words = table
    senses.fill(to: Words.number(Int32(table.count)))
    index = WordIndex(table, senses.byWord, pairs: cues.pairs)
  }
}
