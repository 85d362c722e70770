import TripleStore

/// A term of a group, as DISTINCT in aggregates keeps it.
struct GroupedTerm: Hashable {
  let id: TermID
  let group: Int32

  private static let payloadBits: UInt64 = 36
  private static let groupBits: UInt64 = 24

  /// Both in eight bytes, ordered by group first; 0 where they do not fit, or where the term is unbound in group 0.
  ///
  /// Numbers and dates that are not negative have the payload's highest bit set, all dictionary entries have not: it tells no
  /// two of a kind apart.
  @inline(__always)
  var key: UInt64 {
    let (payload, number) = (id.payload & (1 << 59 - 1), UInt64(UInt32(bitPattern: group)))
    guard payload &>> GroupedTerm.payloadBits == 0, number &>> GroupedTerm.groupBits == 0 else { return 0 }
    return number &<< (GroupedTerm.payloadBits + 4) | (id.rawValue &>> 60) &<< GroupedTerm.payloadBits
      | payload
  }

  /// The group that a key other than 0 was made of.
  @inline(__always)
  static func group(ofKey key: UInt64) -> Int { Int(key &>> (payloadBits + 4)) }
}
