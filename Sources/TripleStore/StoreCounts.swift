/// What a store holds, kept in one record.
struct StoreCounts {
  /// Dictionary entries by `TermID.Kind` (`iri` … `typed`; `blank` = blank nodes given out).
  var terms = [Int](repeating: 0, count: 6)
  var triples = 0
  var quads = 0

  private static let key: [UInt8] = Array("counts".utf8)

  init(_ meta: Database.Reader) throws {
    var key = StoreCounts.key
    guard let bytes = key.withUnsafeMutableBytes({ meta.value($0) }) else { return }
    guard bytes.count == 64 else { throw StoreError.damaged("its counts cannot be read") }
    func number(_ index: Int) -> Int { Int(bytes.loadUnaligned(fromByteOffset: index * 8, as: Int64.self)) }
    for kind in 0..<6 { terms[kind] = number(kind) }
    triples = number(6)
    quads = number(7)
  }

  func write(_ meta: Database.Reader) throws {
    let numbers = (terms + [triples, quads]).map(Int64.init)
    var key = StoreCounts.key
    try numbers.withUnsafeBytes { bytes in
      try key.withUnsafeMutableBytes { try meta.put($0, bytes) }
    }
  }
}
