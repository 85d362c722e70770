import ArgumentParser
import TripleStore

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy a store, also while it is in use.",
    discussion: """
      Example:
        stemma backup stemma-copy.store
      """)

  @OptionGroup var store: StoreOption

  @Argument(help: "The folder of the copy; it must be missing or empty.", completion: .directory)
  var destination: String

  func run() throws { try store.folder.open(.read).backup(to: destination) }
}
