import ArgumentParser
import Diagnostics
import QueryEngine
import TripleStore

/// `--store`, as every command has it.
struct StoreOption: ParsableArguments {
  @Option(name: .long, help: "The store's folder.", completion: .directory)
  var store = "stemma.store"

  func open(_ mode: TripleStore.Access) throws -> TripleStore { try TripleStore.open(store, mode) }

  func graph() throws -> LocalGraph { LocalGraph(try open(.read)) }
}
