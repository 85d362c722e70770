import QuerySyntax
import TripleStore

/// A variable compared with a constant that its id carries (integer, date, dateTime): a range of raw ids, with no value decoded.
///
/// Ids of other kinds take the general comparison.
final class RangeNode: TestNode {
  private let slot: Int
  private let general: ComparisonNode
  /// Ids with these bits under `mask` compare by their raw values: the kind, and for dateTimes the time zone flag.
  private let bits: UInt64
  private let mask: UInt64
  private let low: UInt64
  private let span: UInt64
  /// The comparison holds outside the range.
  private let outside: Bool

  init?(
    slot: Int, _ comparison: QueryExpression.Comparison, _ constant: ConstantNode, _ general: ComparisonNode
  ) {
    let raw = constant.id.rawValue
    switch constant.id.kind {
    case .integer, .date: mask = 0xF << 60
    case .dateTime: mask = 0xF << 60 | 1
    default: return nil
    }
    bits = raw & mask
    let (first, last) = (raw & (0xF << 60), raw | (1 << 60 - 1))
    self.slot = slot
    self.general = general
    outside = comparison == .notEqual
    switch comparison {
    case .equal, .notEqual: (low, span) = (raw, 0)
    case .lessOrEqual: (low, span) = (first, raw - first)
    case .greaterOrEqual: (low, span) = (raw, last - raw)
    case .less:
      if raw == first { return nil }
      (low, span) = (first, raw - 1 - first)
    case .greater:
      if raw == last { return nil }
      (low, span) = (raw + 1, last - raw - 1)
    }
    super.init(constant.pool)
  }

  override func truth(_ batch: Batch, _ row: Int) throws -> Bool? {
    let raw = batch.columns[slot][row].rawValue
    guard raw & mask == bits else { return try general.truth(batch, row) }
    return (raw &- low <= span) != outside
  }

  override func filter(_ batch: Batch, _ rows: UnsafeMutablePointer<Int32>, _ count: Int, wanted: Bool) throws
    -> Int
  {
    let column = batch.columns[slot]
    let flip = outside == wanted
    var kept = 0
    for index in 0..<count {
      let row = rows[index]
      let raw = column[Int(row)].rawValue
      rows[kept] = row
      if raw & mask == bits {
        kept += (raw &- low <= span) != flip ? 1 : 0
      } else if try general.truth(batch, Int(row)) == wanted {
        kept += 1
      }
    }
    return kept
  }
}
