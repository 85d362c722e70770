import RDF

/// Small named notes beside the triples: a key of any length, a value of any length.
///
/// Keys longer than LMDB takes are stored under their beginning and a hash; the whole key stands in the value, behind a
/// checksum. A record whose checksum fails counts as missing.
struct Records {
  private static let longest = 480

  let database: Database.Reader

  private func withKey<Result>(_ key: String, _ body: (UnsafeMutableRawBufferPointer) throws -> Result)
    rethrows -> Result
  {
    let text = Array(key.utf8)
    var bytes = Array(text.prefix(Records.longest))
    if text.count > Records.longest {
      let hash = text.withUnsafeBytes { ByteHash.hash($0) }
      withUnsafeBytes(of: hash.bigEndian) { bytes.append(contentsOf: $0) }
    }
    if bytes.isEmpty { bytes = [0] }
    return try bytes.withUnsafeMutableBytes(body)
  }

  private func parse(_ value: UnsafeRawBufferPointer) -> (key: String, value: [UInt8])? {
    guard let value = CheckedValue.content(value), value.count >= 4 else { return nil }
    let length = Int(value.loadUnaligned(as: UInt32.self))
    guard value.count >= 4 + length else { return nil }
    return (
      String(decoding: value[4..<4 + length], as: UTF8.self), Array(value[(4 + length)...])
    )
  }

  func value(_ key: String) -> [UInt8]? { withKey(key, database.value).flatMap(parse)?.value }

  func set(_ key: String, _ value: [UInt8]) throws {
    let text = Array(key.utf8)
    let bytes = CheckedValue.bytes(
      withUnsafeBytes(of: UInt32(text.count).littleEndian, Array.init) + text + value)
    try bytes.withUnsafeBytes { bytes in try withKey(key) { try database.put($0, bytes) } }
  }

  func remove(_ key: String) throws { _ = try withKey(key, database.remove) }

  /// What is wrong with the records, a line each.
  func problems() throws -> [String] {
    var problems: [String] = []
    try database.forEach { _, value in
      if parse(value) == nil { problems.append("a record fails its checksum") }
    }
    return problems
  }

  func all(prefix: String) throws -> [(key: String, value: [UInt8])] {
    var found: [(key: String, value: [UInt8])] = []
    var start = Array(prefix.utf8.prefix(Records.longest))
    let wanted = start
    func collect(_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Bool {
      guard key.starts(with: wanted) else { return false }
      if let record = parse(value), record.key.utf8.starts(with: prefix.utf8) { found.append(record) }
      return true
    }
    if start.isEmpty {
      try database.scan(from: nil, collect)
    } else {
      try start.withUnsafeMutableBytes { try database.scan(from: $0, collect) }
    }
    return found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

extension Snapshot {
  /// The record `key`, nil where there is none.
  public func record(_ key: String) -> [UInt8]? {
    Records(database: environment.database(.records, transaction)).value(key)
  }

  /// The records whose keys begin with `prefix`, sorted by the bytes of their keys.
  public func records(prefix: String = "") throws -> [(key: String, value: [UInt8])] {
    try Records(database: environment.database(.records, transaction)).all(prefix: prefix)
  }
}

extension Transaction {
  private var records: Records { Records(database: environment.database(.records, transaction)) }

  /// The record `key` as changed so far, nil where there is none.
  public func record(_ key: String) -> [UInt8]? { records.value(key) }

  /// The records whose keys begin with `prefix`, sorted by the bytes of their keys.
  public func records(prefix: String = "") throws -> [(key: String, value: [UInt8])] {
    try records.all(prefix: prefix)
  }

  /// Keeps `value` under `key`, in place of what was there.
  public func setRecord(_ key: String, _ value: [UInt8]) throws { try records.set(key, value) }

  /// Removes the record `key`; one that is not there is no error.
  public func removeRecord(_ key: String) throws { try records.remove(key) }
}
