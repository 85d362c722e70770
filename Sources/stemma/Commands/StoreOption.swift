import ArgumentParser
import Diagnostics
import QueryEngine
import TripleStore

/// `--store`, as every command has it.
struct StoreOption: ParsableArguments {
  static let name = "--store"

  @Option(name: .long, help: "The store's folder.", completion: .directory)
  var store = "stemma.store"

  func open(
    _ mode: TripleStore.Access, patience: Patience = Patience(telling: nil)
  ) throws -> TripleStore {
    try TripleStore.open(store, mode, patience: patience)
  }

  /// Removes the store, if there is one, of whatever version it is; what is not a store stays, with an error.
  func remove(patience: Patience = Patience(telling: nil)) throws {
    if FileStatus.isMissingOrEmpty(store) { return }
    try TripleStore.keepingWriters(from: store, patience: patience) { try FileStatus.removeFiles(in: store) }
  }

  func graph() throws -> LocalGraph { LocalGraph(try open(.read)) }
}

extension StoreOption {
  static func made(of arguments: DirectArguments) -> StoreOption {
    var option = StoreOption()
    option.store = arguments[name] ?? "stemma.store"
    return option
  }
}
