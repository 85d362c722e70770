/// How a block of sorted rows lies in memory; all integers little-endian, nothing aligned.
///
///     0   u8 version · u8 flags · u16 0 · u32 checksum of everything from byte 8, begun with that of the block's key
///     8   four column heads of 16 bytes: u8 mapping · u8 wide · u16 segments · u32 offset of its data · u64 base
///     72  the columns' data, then 16 bytes of padding, so that eight bytes may be read at any packed value
///
/// How many rows there are and what they come to stands in its key (see `BlockKey`).
///
/// A column maps each id to a *code* that keeps the order, and packs the codes of each group of 128 rows with as many bits
/// as that group needs, either as distances from the group's least code or, where the group does not fall, as
/// differences of neighbours. A column's data: its segments, a group table with one entry past the end, the packed bits.
enum BlockFormat {
  static let version: UInt8 = 3
  static let hasDuplicates: UInt8 = 1
  static let group = 128
  static let columnHeads = 8
  static let columnHead = 16
  static let header = columnHeads + 4 * columnHead
  static let padding = 16
  /// Rows a block holds at most, unless one triple alone stands in more graphs.
  static let maximumRows = 8192
  /// Bytes a block aims at: two pages of LMDB less their head.
  static let targetBytes = 2 * 4096 - 16
  /// Segments of a mapped column at most.
  static let maximumSegments = 8
  /// Distinct values of a table column at most.
  static let maximumTable = 64

  /// From ids to codes.
  enum Mapping: UInt8 {
    /// One value in all rows; nothing is packed.
    case constant = 0
    /// code = id − base
    case offset = 1
    /// Ids lie in a few ranges; code = position in these ranges put end to end. A segment: u64 first id, u64 first code.
    case segments = 2
    /// Few distinct ids; code = rank. A segment: u64 id.
    case table = 3
  }

  /// Bytes of a group table's entry: the base code (4 bytes, 8 if wide), then where the group's bits begin in units of
  /// 16 bytes, the top bit saying that they are differences.
  static func groupEntry(wide: Bool) -> Int { wide ? 12 : 8 }

  static let differences: UInt32 = 1 << 31
}
