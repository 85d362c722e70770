/// Which file each document's graph came from, so that no document is taken from two files at once.
struct GraphOwners {
  /// What becomes of a document that a file brings.
  enum Claim: Equatable {
    case free
    /// Another file of this run holds it already.
    case taken(by: String)
    /// It came from a file that is not part of this run; that file gives it up.
    case inherited(from: String)
  }

  private var owners: [String: String] = [:]
  private var claimed: Set<String> = []
  private let inputs: Set<String>

  /// - Parameter inputs: the files of this run, by absolute path.
  init(_ records: [String: SourceRecord], inputs: Set<String>) {
    self.inputs = inputs
    for (file, record) in records.sorted(by: { $0.key < $1.key }) {
      for graph in record.graphs { owners[graph] = file }
    }
  }

  mutating func claim(_ graph: String, for file: String) -> Claim {
    guard claimed.insert(graph).inserted else { return .taken(by: owners[graph] ?? file) }
    guard let owner = owners[graph], owner != file else {
      owners[graph] = file
      return .free
    }
    if inputs.contains(owner) { return .taken(by: owner) }
    owners[graph] = file
    return .inherited(from: owner)
  }
}
