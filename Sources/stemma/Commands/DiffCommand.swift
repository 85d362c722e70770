import ArgumentParser
import Export
import Lineage
import RDF
import Shell

struct DiffCommand: ParsableCommand {
  static let name = "diff"
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Compare a document with an earlier one, paragraph by paragraph, word by word.",
    discussion: """
      Each paragraph of the second document is identical, modified or new. A verb shift is another opening verb before the
      same words; a move is from the operative to the preambular part or back. Acronyms count as the words that they stand for.

      Examples:
        stemma diff A/RES/73/27 A/RES/78/237
        stemma diff A/RES/73/27 A/RES/78/237 --format markdown -o changes.md
      """)

  @OptionGroup var store: StoreOption

  @Argument(help: "The earlier document.")
  var older: String

  @Argument(help: "The later document.")
  var newer: String

  @Option(
    help: "The form: \(DiffReport.forms.map(\.name).joined(separator: ", ")).",
    completion: .list(DiffReport.forms.map(\.name)))
  var format = "text"

  @Option(name: .short, help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  var request: DiffRequest {
    DiffRequest(store: store.folder, older: older, newer: newer, format: format, output: output)
  }
}

extension DiffCommand: DirectCommand {
  static let directOptions = [StoreOption.name, "--format", "-o"]

  static func request(_ arguments: DirectArguments) -> DiffRequest? {
    guard arguments.positional.count == 2 else { return nil }
    return DiffRequest(
      store: arguments.store, older: arguments.positional[0], newer: arguments.positional[1],
      format: arguments["--format"] ?? "text", output: arguments["-o"])
  }
}

/// Two documents compared.
struct DiffRequest: Request {
  let store: StoreFolder
  let older: String
  let newer: String
  let format: String
  let output: String?

  func run() throws {
    let form = try DiffReport.form(named: format)
    let alignment = try TextAlignment(
      of: DocumentArgument.iri(newer), with: DocumentArgument.iri(older), in: store.graph())
    var report = DiffReport(alignment)
    try ReportOutput.write(to: output) { isColoured in
      report.isColoured = isColoured
      return try form.render(report)
    }
  }
}
