import ArgumentParser

/// `--store`, as every command has it.
struct StoreOption: ParsableArguments {
  static let name = "--store"

  @Option(name: .long, help: "The store's folder.", completion: .directory)
  var store = StoreFolder.usual

  var folder: StoreFolder { StoreFolder(path: store) }
}
