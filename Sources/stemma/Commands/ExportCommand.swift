import ArgumentParser
import Diagnostics
import Export
import Shell

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the graph, or a view of it, for other tools.",
    discussion: """
      Formats and their flavors:
      \(ExportFormat.all.map(Self.line).joined(separator: "\n"))

      A profile is a view: \(Profile.bundled.joined(separator: ", ")), or a file of your own (Exports/Profiles/citations.rq says how).

      Examples:
        stemma export --profile citations -o citations.graphml
        stemma export --profile lineage document=A/RES/73/27 -o lineage.gexf
        stemma export --profile citations --collapse --flavor yed -o citations.graphml
        stemma export --profile full --format ntriples | sort
      """)

  @OptionGroup var store: StoreOption

  @Argument(help: "Values for the profile's parameters, key=value.")
  var values: [String] = []

  @Option(
    help: ArgumentHelp("The view: \(Profile.bundled.joined(separator: ", ")), or a file.", valueName: "name"),
    completion: .list(Profile.bundled))
  var profile = "citations"

  @Option(
    help: ArgumentHelp("The format; by default what the file's extension says.", valueName: "name"),
    completion: .list(ExportFormat.all.map(\.name)))
  var format: String?

  @Option(help: ArgumentHelp("The format as one tool likes it, such as yed.", valueName: "name"))
  var flavor: String?

  @Flag(help: "Merge parallel edges into one with the sum of their weights.")
  var collapse = false

  @Flag(help: "CSV for spreadsheets: no text is taken for a formula (the same as --flavor spreadsheet).")
  var spreadsheet = false

  @Option(name: .short, help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  func run() throws {
    let profile = try Profile.find(profile, arguments: values)
    let format = try chosenFormat()
    let line = ProgressBar()
    let exporter = Exporter(source: try store.folder.graph(), collapsing: collapse) { [output] bytes in
      line.show("\((bytes / 1_000_000).formattedWithCommas) MB  \(output ?? "")")
    }
    if output != nil { line.show("reading the store") }
    defer { line.clear() }
    try exporter.export(profile: profile, format: format, to: output)
  }

  private static func line(of format: ExportFormat) -> String {
    let flavors = format.flavorNames.isEmpty ? "" : " (\(format.flavorNames.joined(separator: ", ")))"
    return "  \(format.name.padded(to: 11)) \(format.summary)\(flavors)"
  }

  private func chosenFormat() throws -> ExportFormat {
    let format = try namedFormat()
    guard let flavor = flavor ?? (spreadsheet ? "spreadsheet" : nil) else { return format }
    return try format.flavored(flavor)
  }

  private func namedFormat() throws -> ExportFormat {
    if let format { return try .named(format) }
    if let output {
      if let found = ExportFormat(path: output) { return found }
      throw Diagnostic.error(
        "'\(output)' does not say which format", hint: "add --format NAME", exitStatus: 2)
    }
    return try .named("graphml")
  }
}

extension String {
  /// The text with blanks behind it up to `width` characters.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
