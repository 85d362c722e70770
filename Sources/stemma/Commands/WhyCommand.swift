import ArgumentParser
import Diagnostics
import Lineage
import RDF
import Shell

struct WhyCommand: ParsableCommand {
  static let name = "why"
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Print the sentences behind a triple, with the words that say so marked.",
    discussion: """
      Examples:
        stemma why A/RES/73/27 recalls A/RES/53/70
        stemma why A/RES/73/27 footnoteCites A/67/53
        stemma why '<A/RES/73/27> :endorses <A/70/174> .'
      """)

  @OptionGroup var store: StoreOption

  @Argument(
    help: ArgumentHelp(
      "The citing document, the relation by its name and the cited document, also as one argument.",
      valueName: "triple"))
  var triple: [String]

  var request: WhyRequest { WhyRequest(store: store.folder, triple: triple) }
}

extension WhyCommand: DirectCommand {
  static let directOptions = [StoreOption.name]

  static func request(_ arguments: DirectArguments) -> WhyRequest? {
    arguments.positional.isEmpty ? nil : WhyRequest(store: arguments.store, triple: arguments.positional)
  }
}

/// The sentences behind a triple.
struct WhyRequest: Request {
  let store: StoreFolder
  let triple: [String]

  func run() throws {
    let (subject, predicate, object) = try parts()
    let evidence = try Evidence.find(
      DocumentArgument.iri(subject), RelationArgument.iri(predicate), DocumentArgument.iri(object),
      in: store.graph())
    let output = OutputFile.standardOutput()
    let marks = output.isTerminal ? ("\u{1B}[1;33m", "\u{1B}[0m") : ("[[", "]]")
    for (index, item) in evidence.enumerated() {
      if index > 0 { try output.bytes.append("\n") }
      try output.bytes.append(text: item.text(marks: marks))
    }
    try output.bytes.flush()
    if evidence.isEmpty {
      throw Diagnostic.error("the store gives no reason for '\(subject) \(predicate) \(object)'")
    }
  }

  /// The three parts of the triple, without the full stop that Turtle and SPARQL end it with.
  private func parts() throws -> (subject: String, predicate: String, object: String) {
    var parts = triple
    // As one argument, its parts hold no spaces; apart, a symbol may: "A/RES/43/78 H".
    if parts.count == 1 { parts = parts[0].split(whereSeparator: \.isWhitespace).map(String.init) }
    if parts.count == 4, parts[3] == "." { parts.removeLast() }
    if parts.count == 3, parts[2].hasSuffix(".") { parts[2].removeLast() }
    guard parts.count == 3 else {
      throw Diagnostic.error(
        "expected a citing document, a relation and a cited document, found '\(triple.joined(separator: " "))'",
        hint: "for instance: stemma why A/RES/73/27 recalls A/RES/53/70", exitStatus: 2)
    }
    return (parts[0], parts[1], parts[2])
  }
}
