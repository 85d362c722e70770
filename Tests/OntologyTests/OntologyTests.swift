import Glibc
import RDF
import Testing

@testable import Ontology

@Suite("The ontology's files")
struct OntologyTests {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Ontology/Data"

  @Test("a folder of files gives the tables that the bundled files give")
  func folder() throws {
    let bundled = try Ontology.bundled()
    let read = try Ontology.load(from: Self.folder)
    #expect(
      read.triples == bundled.triples,
      "a file in Ontology/Data is missing in Sources/COntologyData/files.c")
    #expect(read.verbs.count == bundled.verbs.count)
  }

  @Test("a folder without Turtle is refused with its name")
  func noFolder() {
    #expect(throws: (any Error).self) { try Ontology.load(from: "/nonexistent") }
  }

  @Test("every relation, verb, principle, norm and class is named once and documented")
  func documented() throws {
    let ontology = try Ontology.bundled()
    let graph = OntologyGraph(ontology.triples)
    let comment = [RDFS.comment, IRI(SKOS.namespace + "definition")]
    for type in ["Relation", "Principle", "NormOfBehaviour", "Organ", "CueList", "Modality", "Stance"] {
      for entry in graph.entries(of: type) {
        #expect(throws: Never.self) { try entry.label() }
        #expect(comment.contains { !entry.literals($0).isEmpty }, "\(entry.iri) says not what it means")
      }
    }
    for entry in graph.entries where entry.iris(RDF.type).contains(IRI(RDFS.namespace + "Class")) {
      #expect(!entry.literals(RDFS.comment).isEmpty, "\(entry.iri)")
    }
    let properties = graph.entries.filter { entry in
      entry.iri.value.hasPrefix(Stemma.namespace)
        && entry.iris(RDF.type).contains {
          $0.value.hasPrefix(OWL.namespace) && $0.value.hasSuffix("Property")
        }
    }
    #expect(properties.count >= 100)
    for entry in properties {
      #expect(!entry.literals(RDFS.comment).isEmpty && !entry.literals(RDFS.label).isEmpty, "\(entry.iri)")
    }
    expectUnique(ontology.relations.map(\.label), "relation")
    expectUnique(ontology.verbs.map(\.label), "verb")
    expectUnique(ontology.principles.map(\.label), "principle")
    expectUnique(ontology.norms.map(\.notation), "norm")
    expectUnique(ontology.states.map(\.code), "State")
  }

  @Test("no entry is written twice")
  func once() throws {
    for type in ["Relation", "OpeningVerb", "Principle", "NormOfBehaviour"] {
      for entry in OntologyGraph(try Ontology.bundled().triples).entries(of: type) {
        let types = entry.iris(RDF.type).filter { $0 == Stemma.term(type) }
        #expect(types.count == 1, "\(entry.iri) is written \(types.count) times")
      }
    }
  }

  @Test("a form opens paragraphs of one kind for one verb only")
  func forms() throws {
    let ontology = try Ontology.bundled()
    expectUnique(ontology.verbs.flatMap { Array(Set($0.preambularForms)) }, "preambular form")
    expectUnique(ontology.verbs.flatMap { Array(Set($0.operativeForms)) }, "operative form")
    expectUnique(ontology.verbs.flatMap { Array(Set($0.pastForms)) }, "past form")
    #expect(ontology.verbs.reduce(0) { $0 + $1.preambularForms.count + $1.operativeForms.count } >= 150)
  }

  @Test("every term that the vocabulary uses is declared in it")
  func declared() throws {
    let graph = OntologyGraph(try Ontology.bundled().triples)
    let declared = Set(graph.entries.map(\.iri))
    for entry in graph.entries {
      for (predicate, object) in entry.values {
        if predicate.value.hasPrefix(Stemma.namespace) {
          #expect(declared.contains(predicate), "\(predicate)")
        }
        if case .iri(let iri) = object, iri.value.hasPrefix(Stemma.namespace) {
          #expect(declared.contains(iri), "\(entry.iri) names \(iri)")
        }
      }
    }
  }

  @Test("the hierarchy has what queries rely on")
  func hierarchy() throws {
    let relations = try Ontology.bundled().relations
    for name in ["welcomes", "approves", "adopts", "supports", "affirms", "confirms", "commends"] {
      let relation = relations.first { $0.name == name }
      #expect(relation?.kindsAbove == [Stemma.term("endorses"), Stemma.term("cites")], "\(name)")
    }
    for name in ["recalls", "reaffirms", "notes", "endorses"] {
      #expect(relations.first { $0.name == name }?.kindsAbove == [Stemma.term("cites")], "\(name)")
    }
  }

  @Test("there are forty principles and more, with names in the six official languages")
  func principles() throws {
    let graph = OntologyGraph(try Ontology.bundled().triples)
    let principles = graph.entries(of: "Principle")
    #expect(principles.count >= 40)
    for principle in principles {
      let languages = principle.literals(SKOS.prefLabel).compactMap(\.language)
      #expect(Set(languages).isSuperset(of: ["ar", "en", "es", "fr", "ru", "zh"]), "\(principle.iri)")
      #expect(Set(languages).count == languages.count, "\(principle.iri) has two labels in one language")
    }
  }

  private func expectUnique(_ values: [String], _ what: String) {
    var seen: Set<String> = []
    for value in values { #expect(seen.insert(value).inserted, "two entries for the \(what) '\(value)'") }
  }
}
