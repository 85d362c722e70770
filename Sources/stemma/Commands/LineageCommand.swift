import ArgumentParser
import Diagnostics
import Documents
import Export
import Lineage
import QueryEngine
import RDF
import Shell

struct LineageCommand: ParsableCommand {
  static let name = "lineage"
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Report what a document is built on: its ancestors by generation, its main path, its gaps.",
    discussion: """
      Examples:
        stemma lineage A/RES/73/27
        stemma lineage A/RES/78/237 -o lineage.html
        stemma lineage A/RES/78/237 --with A/RES/76/19 --relation recalls --format markdown
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
    help: ArgumentHelp(
      "The form: \(LineageReport.forms.map(\.name).joined(separator: ", ")); by default what the file's extension says, else text.",
      valueName: "name"),
    completion: .list(LineageReport.forms.map(\.name)))
  var format: String?

  @Option(name: .short, help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  var request: LineageRequest {
    LineageRequest(
      store: store.folder, symbol: symbol, others: others, relations: relations, format: format,
      output: output)
  }
}

extension LineageCommand: DirectCommand {
  static let directOptions = [StoreOption.name, "--with", "--relation", "--format", "-o"]

  static func request(_ arguments: DirectArguments) -> LineageRequest? {
    guard arguments.positional.count == 1 else { return nil }
    let relations = arguments.values("--relation")
    return LineageRequest(
      store: arguments.store, symbol: arguments.positional[0], others: arguments.values("--with"),
      relations: relations.isEmpty ? ["cites"] : relations, format: arguments["--format"],
      output: arguments["-o"])
  }
}

/// What a document is built on, reported.
struct LineageRequest: Request {
  let store: StoreFolder
  let symbol: String
  let others: [String]
  let relations: [String]
  let format: String?
  let output: String?

  func run() throws {
    let form = try chosenForm()
    let graph = try store.graph()
    let relations = relations.map(RelationArgument.iri)
    let ancestries = try ([symbol] + others).map {
      try Ancestry(of: DocumentArgument.iri($0), relations: relations, in: graph)
    }
    let wording = form.name == "html" ? try wording(of: ancestries, in: graph) : nil
    var report = try LineageReport(
      ancestries[0], common: ancestries.count > 1 ? CommonAncestry(of: ancestries) : nil, wording: wording,
      versions: ParagraphVersion.chains(of: wording?.rows.map(\.newer.iri) ?? [], in: graph))
    try ReportOutput.write(to: output) { isColoured in
      report.isColoured = isColoured
      return try form.render(report)
    }
  }

  /// The document's paragraphs beside those of the one that it is compared with, else of its predecessor in the series.
  private func wording(of ancestries: [Ancestry], in graph: any NavigableGraph) throws -> TextAlignment? {
    let root = ancestries[0].root
    let others = ancestries.dropFirst().map(\.root) + ancestries[0].series.members.dropFirst()
    guard root.isHeld, let other = others.first(where: \.isHeld) else { return nil }
    return try .ifHeld(root.iri, with: other.iri, in: graph)
  }

  private func chosenForm() throws -> LineageReport.Form {
    if let format { return try LineageReport.form(named: format) }
    return output.flatMap(LineageReport.form(path:)) ?? LineageReport.forms[0]
  }
}
