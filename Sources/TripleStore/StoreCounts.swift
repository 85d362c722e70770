import CLMDB
import RDF

/// What a store holds, kept in one record that every commit writes.
struct StoreCounts {
  /// Dictionary entries by `TermID.Kind` (`iri` … `typed`; `blank` = blank nodes given out).
  var terms = [Int](repeating: 0, count: 6)
  var triples = 0
  var quads = 0
  /// Quads in named graphs.
  var namedQuads = 0
  var languages = 0
  var datatypes = 0
  /// LMDB's number of the commit that wrote the record; 1 made the empty databases.
  private(set) var commit = 1

  private static let key: [UInt8] = Array("counts".utf8)
  private static let size = 13 * 8

  init(_ meta: Database.Reader) throws {
    var key = StoreCounts.key
    guard let bytes = key.withUnsafeMutableBytes({ meta.value($0) }) else { return }
    guard bytes.count == StoreCounts.size else { throw StoreError.damaged("its counts cannot be read") }
    func number(_ index: Int) -> Int { Int(bytes.loadUnaligned(fromByteOffset: index * 8, as: Int64.self)) }
    guard number(12) == StoreCounts.checksum(bytes) else {
      throw StoreError.damaged("its counts fail their checksum")
    }
    for kind in 0..<6 { terms[kind] = number(kind) }
    triples = number(6)
    quads = number(7)
    namedQuads = number(8)
    languages = number(9)
    datatypes = number(10)
    commit = number(11)
  }

  /// Writes the record as part of the transaction of `meta`.
  func write(_ meta: Database.Reader) throws {
    let numbers = terms + [triples, quads, namedQuads, languages, datatypes, mdb_txn_id(meta.transaction), 0]
    var bytes = numbers.flatMap { withUnsafeBytes(of: Int64($0).littleEndian, Array.init) }
    var key = StoreCounts.key
    try bytes.withUnsafeMutableBytes { bytes in
      let checksum = Int64(StoreCounts.checksum(UnsafeRawBufferPointer(bytes)))
      bytes.storeBytes(of: checksum, toByteOffset: StoreCounts.size - 8, as: Int64.self)
      try key.withUnsafeMutableBytes { try meta.put($0, UnsafeRawBufferPointer(bytes)) }
    }
  }

  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> Int {
    Int(ByteHash.checksum(UnsafeRawBufferPointer(rebasing: bytes.dropLast(8))))
  }

  /// Rows of an index.
  func rows(_ index: StoredIndex) -> Int {
    switch index {
    case .spo, .pso, .pos, .osp: quads
    case .gspo: namedQuads
    case .hash: terms.reduce(0, +) - terms[Int(TermID.Kind.blank.rawValue)]
    }
  }

  func tags(_ kind: TermTags.Kind) -> Int { kind == .language ? languages : datatypes }
}
