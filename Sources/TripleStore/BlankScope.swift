import RDF

/// The blank nodes of one source: which node a label stands for.
struct BlankScope {
  private let table = TermTable()
  private var labels: [[UInt8]] = []
  private var ids: [TermID] = []

  func id(_ label: UnsafeBufferPointer<UInt8>) -> TermID? {
    let slot = table.find(ByteHash.hash(UnsafeRawBufferPointer(label))) {
      labels[Int($0.payload)].elementsEqual(label)
    }
    return slot.map { ids[Int($0.payload)] }
  }

  mutating func keep(_ label: UnsafeBufferPointer<UInt8>, _ id: TermID) {
    table.insert(
      ByteHash.hash(UnsafeRawBufferPointer(label)), TermID(.blank, payload: UInt64(labels.count)))
    labels.append(Array(label))
    ids.append(id)
  }
}
