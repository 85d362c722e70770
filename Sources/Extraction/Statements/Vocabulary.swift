import Ontology
import RDF

/// The terms that documents share, numbered once: those of `Name`, the ontology's entries, the names of rules as strings, and those of
/// the States in English.
public final class Vocabulary: Sendable {
  private let texts: [UInt8]
  /// Where the text of a term ends.
  private let ends: [Int]
  private let firstVerb: Int
  private let firstPrinciple: Int
  private let firstNorm: Int
  private let firstPlace: Int
  private let firstOrgan: Int
  private let firstState: Int
  private let firstString: Int
  private let firstLabel: Int
  private let relationRules: CaseTable<RelationRule, UInt32>
  private let citationRules: CaseTable<Citation.Rule, UInt32>
  /// By relation: its own number, then those of every relation that it is a kind of.
  let relations: [[UInt32]]
  /// By principle: what a link to it is called in the IRI of a norm.
  let principleNames: [String]
  /// The rule that finds a norm's clause, and that which finds what it restates.
  let clauseRule: UInt32
  let restatementRule: UInt32

  init(_ ontology: Ontology) {
    var iris = Name.allCases.map(\.iri)
    let firstRelation = iris.count
    iris += ontology.relations.map(\.iri)
    firstVerb = iris.count
    iris += ontology.verbs.map(\.iri)
    firstPrinciple = iris.count
    iris += ontology.principles.map(\.iri)
    firstNorm = iris.count
    iris += ontology.norms.map(\.iri)
    firstPlace = iris.count
    iris += ontology.norms.map(\.statedIn)
    firstOrgan = iris.count
    iris += ontology.organs.map(\.iri)
    firstState = iris.count
    iris += ontology.states.map(\.iri)
    let numbers = Dictionary(
      uniqueKeysWithValues: ontology.relations.enumerated().map { ($1.iri, UInt32(firstRelation + $0)) })
    relations = ontology.relations.map { ([$0.iri] + $0.kindsAbove).compactMap { numbers[$0] } }
    principleNames = ontology.principles.enumerated().map { number, principle in
      principle.iri.name(in: Stemma.namespace) ?? "principle\(number + 1)"
    }
    firstString = iris.count
    var strings: [String] = []
    func number(_ text: String) -> UInt32 {
      strings.append(text)
      return UInt32(iris.count + strings.count - 1)
    }
    relationRules = CaseTable { number($0.rawValue) }
    citationRules = CaseTable { number($0.rawValue) }
    clauseRule = number("addressee-and-modal")
    restatementRule = number("shared-cues")
    firstLabel = iris.count + strings.count
    var texts: [UInt8] = []
    ends = (iris.map(\.value) + strings + ontology.states.map { $0.names[0] }).map { text in
      texts += text.utf8
      return texts.count
    }
    self.texts = texts
  }

  public var count: Int { ends.count }

  func verb(_ index: Int) -> UInt32 { UInt32(firstVerb + index) }
  func principle(_ index: Int) -> UInt32 { UInt32(firstPrinciple + index) }
  func norm(_ index: Int) -> UInt32 { UInt32(firstNorm + index) }
  /// The paragraph that states a catalogued norm.
  func place(ofNorm index: Int) -> UInt32 { UInt32(firstPlace + index) }
  func organ(_ index: Int) -> UInt32 { UInt32(firstOrgan + index) }
  func state(_ index: Int) -> UInt32 { UInt32(firstState + index) }
  /// The English name of a State.
  func label(ofState index: Int) -> UInt32 { UInt32(firstLabel + index) }
  func rule(_ rule: RelationRule) -> UInt32 { relationRules[rule] }
  func rule(_ rule: Citation.Rule) -> UInt32 { citationRules[rule] }

  /// Calls `body` with the term of a number below `count`.
  func withTerm<Result>(_ number: UInt32, _ body: (TermBytes) throws -> Result) rethrows -> Result {
    let end = ends[Int(number)]
    let start = number == 0 ? 0 : ends[Int(number) - 1]
    return try texts.withUnsafeBufferPointer { texts in
      try body(
        TermBytes(
          kind: number < firstString ? .iri : .literal,
          lexical: UnsafeBufferPointer(rebasing: texts[start..<end]),
          language: number < firstLabel
            ? UnsafeBufferPointer(start: nil, count: 0) : Datatype.english.bytes))
    }
  }
}
