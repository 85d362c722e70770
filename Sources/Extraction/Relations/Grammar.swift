import Ontology
import RDF

/// The ontology's words made ready for scanning texts.
///
/// Built once and shared by all extractions.
struct Grammar: Sendable {
  let index: WordIndex
  let ontology: Ontology
  let verbs: [GrammarVerb]
  private(set) var forms: [VerbForm] = []
  /// Values are indices in `forms`.
  private(set) var verbPhrases = PhraseTrie()
  /// Values are raw `CueClass`es.
  private(set) var cues = PhraseTrie()
  /// Values are indices in `ontology.modals`; -1 marks a modal that binds nobody.
  private(set) var modals = PhraseTrie()
  private(set) var principles = PrincipleCues()
  /// Values are indices in `ontology.norms`.
  private(set) var norms = PhraseTrie()
  let that: Int32
  let of: Int32
  let to: Int32
  let and: Int32
  let we: Int32
  let it: Int32
  let `as`: Int32
  let its: Int32
  let further: Int32
  /// What opens a noun phrase that is no possessive of the speaker's: the, their, a, an.
  let articles: Set<Int32>
  /// What an organ calls its own earlier acts: decision, resolution.
  let actWords: Set<Int32>
  /// Words that make what follows a condition, a question or a purpose.
  let subordinators: Set<Int32>
  /// What stands before "that" where it opens a purpose: so, order.
  let purposes: Set<Int32>
  /// Nouns whose "to" leads to another noun rather than to a verb: right, access.
  let nounsBeforeTo: Set<Int32>
  /// Words of speech and report: what is told to report on a document does not act on it.
  let reporting: Set<Int32>
  /// Forms of "express", which takes a feeling as its object.
  let expressing: Set<Int32>
  /// "principle", "principles".
  let principleWords: Set<Int32>
  /// "Assembly", "Council": what stands before the verb of a decision.
  let organWords: Set<Int32>

  init(_ ontology: Ontology) {
    var index = WordIndex()
    func word(_ text: String) -> Int32 { Words.numbers(of: text, learning: &index)[0] }
    func words(_ texts: String...) -> Set<Int32> { Set(texts.map(word)) }
    self.ontology = ontology
    that = word("that")
    of = word("of")
    to = word("to")
    and = word("and")
    we = word("we")
    it = word("it")
    `as` = word("as")
    its = word("its")
    further = word("further")
    articles = words("the", "their", "a", "an")
    actWords = words("decision", "decisions", "resolution", "resolutions")
    subordinators = words(
      "if", "whether", "when", "unless", "how", "why", "which", "who", "whose", "where", "until", "lest",
      "what", "whom",
      "should")
    purposes = words("so", "order")
    nounsBeforeTo = words("right", "rights", "access", "approach", "approaches")
    reporting = words(
      "report", "submit", "inform", "present", "update", "brief", "convene", "hold", "transmit", "circulate")
    expressing = words("expresses", "expressing")
    principleWords = words("principle", "principles")
    organWords = words("assembly", "council", "commission", "conference")
    let relations = Dictionary(uniqueKeysWithValues: ontology.relations.enumerated().map { ($1.iri, $0) })
    let endorses = Stemma.term("endorses")
    verbs = ontology.verbs.map { verb in
      let relation = relations[verb.governs] ?? 0
      let kinds = ontology.relations[relation].kindsAbove
      return GrammarVerb(
        relation: relation, isEndorsing: verb.governs == endorses || kinds.contains(endorses),
        isDirecting: verb.stance == .directive, isAddressed: verb.isDirective)
    }
    for (number, verb) in ontology.verbs.enumerated() {
      for (position, spellings) in [
        (VerbForm.Position.preambular, verb.preambularForms), (.operative, verb.operativeForms),
        (.past, verb.pastForms),
      ] {
        for spelling in spellings {
          verbPhrases.insert(Words.numbers(of: spelling, learning: &index), Int32(forms.count))
          forms.append(VerbForm(verb: number, position: position))
        }
      }
      if !verb.operativeForms.isEmpty {
        verbPhrases.insert(Words.numbers(of: verb.label, learning: &index), Int32(forms.count))
        forms.append(VerbForm(verb: number, position: .declarative, isBare: verb.opensBare))
      }
    }
    for (name, value) in CueClass.lists {
      for cue in ontology.cues(name) {
        cues.insert(Words.numbers(of: cue, learning: &index), value.rawValue)
      }
    }
    for (number, modal) in ontology.modals.enumerated() {
      for cue in modal.cues { modals.insert(Words.numbers(of: cue, learning: &index), Int32(number)) }
    }
    for cue in ontology.cues("NonNormative") {
      modals.insert(Words.numbers(of: cue, learning: &index), -1)
    }
    for (number, norm) in ontology.norms.enumerated() {
      for cue in norm.cues { norms.insert(Words.numbers(of: cue, learning: &index), Int32(number)) }
    }
    principles.learn(ontology.principles, &index)
    self.index = index
  }

  /// The index of `:cites` in the ontology's relations.
  var cites: Int { ontology.relations.firstIndex { $0.name == "cites" } ?? 0 }
}
