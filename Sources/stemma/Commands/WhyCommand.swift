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
      """)

  @OptionGroup var store: StoreOption

  @Argument(help: "The citing document.")
  var subject: String

  @Argument(help: "The relation, by its name.")
  var predicate: String

  @Argument(help: "The cited document.")
  var object: String

  func run() throws {
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
}

extension WhyCommand: DirectCommand {
  static let directOptions = [StoreOption.name]

  static func made(of arguments: DirectArguments) -> Self? {
    guard arguments.positional.count == 3 else { return nil }
    var command = Self()
    command.store = .made(of: arguments)
    command.subject = arguments.positional[0]
    command.predicate = arguments.positional[1]
    command.object = arguments.positional[2]
    return command
  }
}
