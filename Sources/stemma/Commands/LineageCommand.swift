import ArgumentParser
import Diagnostics
import Documents
import Lineage
import RDF
import Shell

struct LineageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lineage",
    abstract: "Report what a document is built on: its ancestors by generation, its main path, its gaps.",
    discussion: """
      Examples:
        stemma lineage A/RES/73/27
        stemma lineage A/RES/78/237 --with A/RES/76/19 --format markdown -o lineage.md
      """)

  @OptionGroup var store: StoreOption

  @Argument(help: "The document's symbol.")
  var symbol: String

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("Show the ancestors shared with this document.", valueName: "symbol"))
  var others: [String] = []

  @Option(
    name: .customLong("relation"),
    help: ArgumentHelp("A relation that leads to an ancestor; may be repeated.", valueName: "name"))
  var relations: [String] = ["cites"]

  @Option(
    help: "The form: \(LineageReport.forms.map(\.name).joined(separator: ", ")).",
    completion: .list(LineageReport.forms.map(\.name)))
  var format = "text"

  @Option(name: .short, help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  func run() throws {
    let form = try LineageReport.form(named: format)
    let graph = try store.graph()
    let relations = relations.map { Stemma.term($0.hasPrefix(":") ? String($0.dropFirst()) : $0) }
    let ancestries = try ([symbol] + others).map {
      try Ancestry(of: DocumentArgument.iri($0), relations: relations, in: graph)
    }
    let common = ancestries.count > 1 ? CommonAncestry(of: ancestries) : nil
    let text = form.render(LineageReport(ancestries[0], common: common))
    let file = try output.map { try OutputFile(path: $0) } ?? .standardOutput()
    try file.bytes.append(text: text)
    try file.bytes.flush()
  }
}
