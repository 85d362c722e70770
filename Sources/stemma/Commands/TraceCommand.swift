import ArgumentParser
import Diagnostics
import Lineage
import RDF
import Shell

struct TraceCommand: ParsableCommand {
  static let name = "trace"
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Follow a paragraph's language, or any sentence, back to where it first appears.",
    discussion: """
      Shows every version with the words that changed since the one before. The store has to be aligned (stemma align).

      Examples:
        stemma trace 'A/RES/78/237#pp6'
        stemma trace 'the use of ICTs in future conflicts between States is becoming more likely'
      """)

  @OptionGroup var store: StoreOption

  @Argument(help: "A paragraph, such as A/RES/78/237#pp6, or a sentence.")
  var text: String

  var request: TraceRequest { TraceRequest(store: store.folder, text: text) }
}

extension TraceCommand: DirectCommand {
  static let directOptions = [StoreOption.name]

  static func request(_ arguments: DirectArguments) -> TraceRequest? {
    guard arguments.positional.count == 1 else { return nil }
    return TraceRequest(store: arguments.store, text: arguments.positional[0])
  }
}

/// A paragraph or a sentence followed back.
struct TraceRequest: Request {
  let store: StoreFolder
  let text: String

  func run() throws {
    let graph = try store.graph()
    let isSentence = text.contains(" ") || !text.contains("#")
    let versions =
      isSentence
      ? try ParagraphVersion.chain(ofSentence: text, in: graph)
      : try ParagraphVersion.chain(of: DocumentArgument.iri(text), in: graph)
    if versions.isEmpty { throw Diagnostic.error("no paragraph in the store is like this sentence") }
    let output = OutputFile.standardOutput()
    try output.bytes.append(text: VersionReport(versions, isColoured: output.isTerminal).text)
    try output.bytes.flush()
  }
}
