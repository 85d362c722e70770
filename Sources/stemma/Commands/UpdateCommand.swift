import ArgumentParser
import Diagnostics
@preconcurrency import Glibc
import QueryEngine
import QuerySyntax
import RDF
import Shell
import TripleStore

struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Change a store by SPARQL Update: a text or a file.",
    discussion: """
      A request is done as a whole or not at all. Its patterns see all graphs, like a query; what it inserts or deletes without
      GRAPH or WITH is in the unnamed graph, so that annotations stay beside the documents' own graphs.

      Examples:
        stemma update -e 'INSERT DATA { <A/RES/73/27> :note "read again" }'
        stemma update corrections.ru
        stemma update -e 'LOAD <file:people.ttl> INTO GRAPH <people>' --allow-load
      """)

  @OptionGroup var store: StoreOption

  @Argument(help: "A file (.ru).", completion: .file(extensions: ["ru"]))
  var file: String?

  @Option(name: .customShort("e"), help: "The request itself.")
  var text: String?

  @OptionGroup var limits: LimitOptions

  @Flag(help: "Let LOAD read files of this machine.")
  var allowLoad = false

  func validate() throws {
    if (text == nil) == (file == nil) { throw ValidationError("expected -e REQUEST or a file") }
  }

  func run() throws {
    let source = try file.map { try SourceText.file($0) } ?? SourceText(name: "update", text: text ?? "")
    let update = try SPARQL.parseUpdate(source)
    Interruption.watch()
    let isNew = FileStatus.isMissingOrEmpty(store.store)
    do {
      let report = try store.folder.open(.create, patience: Patience(telling: limits.timeout)).update(
        update, options: UpdateOptions(query: limits.options, loadsFiles: allowLoad))
      print(report)
    } catch {
      // A store made for a request that failed is not left behind.
      if isNew {
        try store.folder.remove()
        rmdir(store.store)
      }
      throw error
    }
  }
}
