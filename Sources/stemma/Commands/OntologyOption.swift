import ArgumentParser
import Ontology

/// `--ontology`: the verbs, norms and principles to read documents by.
struct OntologyOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder of Turtle files to use in place of the built-in ones (an edited copy of Ontology/Data).",
      valueName: "folder"), completion: .directory)
  var ontology: String?

  func load() throws -> Ontology { try ontology.map { try Ontology.load(from: $0) } ?? Ontology.bundled() }
}
