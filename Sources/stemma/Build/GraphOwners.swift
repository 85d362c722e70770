/// Which file each document's graph came from, so that no document is taken from two files at once.
struct GraphOwners {
  /// What becomes of a document that a file brings.
  enum Claim: Equatable {
    case free
    /// Another file of this run holds it already.
    case taken(by: String)
    /// It came from a file that is not part of this run; that file gives it up.
    case inherited(from: String)
    /// Another file of this run holds an earlier issue of it, and gives it up.
    case supersedes(String)
  }

  private var owners: [String: String] = [:]
  /// Graphs of this run, with the number of the issue that holds each.
  private var claimed: [String: Int] = [:]
  private let inputs: Set<String>

  /// - Parameter inputs: the files of this run, by absolute path.
  init(_ records: [String: SourceRecord], inputs: Set<String>) {
    self.inputs = inputs
    for (file, record) in records.sorted(by: { $0.key < $1.key }) {
      for graph in record.graphs { owners[graph] = file }
    }
  }

  /// - Parameter reissue: which issue of the document the file brings; of two in one run the later one stands.
  mutating func claim(_ graph: String, for file: String, reissue: Int) -> Claim {
    if let known = claimed[graph] {
      let owner = owners[graph] ?? file
      if owner == file || reissue <= known { return .taken(by: owner) }
      claimed[graph] = reissue
      owners[graph] = file
      return .supersedes(owner)
    }
    claimed[graph] = reissue
    guard let owner = owners[graph], owner != file else {
      owners[graph] = file
      return .free
    }
    if inputs.contains(owner) { return .taken(by: owner) }
    owners[graph] = file
    return .inherited(from: owner)
  }
}
