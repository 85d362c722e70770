import ArgumentParser
import Diagnostics
import Documents
import Extraction
@preconcurrency import Glibc
import RDF
import Shell

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Show what would be extracted from a file, without a store.",
    discussion: """
      Examples:
        stemma extract resolution.xml
        stemma extract draft.txt --symbol A/RES/78/237 --format ntriples
      """)

  @OptionGroup var ontology: OntologyOption

  @Argument(help: "A document.", completion: .file())
  var file: String

  @Option(help: "The document's symbol, where its text bears none.")
  var symbol: String?

  @Option(
    help: "The form: \(RDFFormat.written.map(\.rawValue).joined(separator: ", ")).",
    completion: .list(RDFFormat.written.map(\.rawValue)))
  var format = RDFFormat.turtle.rawValue

  func run() throws {
    guard let format = RDFFormat.written.first(where: { $0.rawValue == format }) else {
      let names = RDFFormat.written.map(\.rawValue)
      throw Diagnostic.error(
        "unknown format '\(format)'",
        hint: Suggestion.hint(for: format, among: names) ?? "one of \(names.joined(separator: ", "))",
        exitStatus: 2)
    }
    let given = try symbol.map { try DocumentArgument.symbol($0) }
    let reading = FileReading(extractor: Extractor(ontology: try ontology.load()), symbol: given)
    let output = OutputFile.standardOutput()
    switch reading.read(try InputFile(path: file), known: nil) {
    case .failed(let error): throw error
    case .same: return
    case .extracted(let extractions, let warnings, _):
      var writer = try format.writer(to: output.bytes)
      for extraction in extractions {
        try Term.iri(extraction.graph).withBytes { graph in
          let statements = extraction.statements
          for row in statements.rows {
            try statements.withTerm(row.subject) { subject in
              try statements.withTerm(row.predicate) { predicate in
                try statements.withTerm(row.object) { object in
                  try writer.add(subject: subject, predicate: predicate, object: object, graph: graph)
                }
              }
            }
          }
        }
      }
      try writer.finish()
      try output.bytes.flush()
      for warning in warnings { fputs("\(warning)\n", stderr) }
    }
  }
}
