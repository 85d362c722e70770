import ArgumentParser
import Lineage
import TripleStore
import Workers

struct AlignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Find where the language of each paragraph comes from.",
    discussion: """
      Every paragraph is aligned with the nearest paragraphs of earlier documents: those that its document goes back to and those of the
      same title. The store then says `?p :restates ?earlier`, with how near they are. Only what is new or changed is
      aligned anew.

      Examples:
        stemma align
        stemma align --within store
        stemma query first-appearance paragraph='A/RES/78/237#pp6'
      """)

  @OptionGroup var store: StoreOption

  @OptionGroup var waiting: PatienceOption

  @Option(
    help: ArgumentHelp(
      "Where to look for earlier paragraphs: lineage, or the whole store.", valueName: "extent"))
  var within: LanguageLineage.Extent = .lineage

  @Option(
    help: ArgumentHelp(
      "Threads that align documents (default: as many as there are processors).", valueName: "number"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("expected at least 1 job") }
  }

  func run() throws {
    var update = LanguageUpdate()
    let opened = try store.folder.open(.write, patience: waiting.patience)
    let threads = jobs ?? Processors.count
    try opened.exclusively { try update.run(opened, extent: within, jobs: threads) }
    print(
      "\(update.aligned) document\(update.aligned == 1 ? "" : "s") aligned, \(update.restatements) restatements"
    )
  }
}

extension LanguageLineage.Extent: ExpressibleByArgument {}
