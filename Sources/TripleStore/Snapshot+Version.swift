import CLMDB

extension Snapshot {
  /// The number of the commit that this snapshot shows: it grows with every change of the store.
  public var version: UInt64 { UInt64(mdb_txn_id(transaction)) }
}
