import RDF
import TripleStore

/// GROUP_CONCAT: the lexical forms in the order of the rows; an error where a value is in error or a blank node.
final class ConcatState: AggregateState {
  private struct Group {
    var bytes: [UInt8] = []
    var count = 0
    var failed = false
  }

  private let pool: TermPool
  private let separator: [UInt8]
  private var groups: [Group] = []
  private var textBytes = 0

  init(_ pool: TermPool, separator: String) {
    self.pool = pool
    self.separator = Array(separator.utf8)
  }

  override func reserve(_ count: Int) {
    if groups.count < count { groups.append(contentsOf: repeatElement(Group(), count: count - groups.count)) }
  }

  override func add(_ id: TermID, group: Int) {
    guard id.isBound, pool.kind(id) != .blank else {
      groups[group].failed = true
      return
    }
    if groups[group].count > 0 { groups[group].bytes.append(contentsOf: separator) }
    let text = pool.lexical(id)
    groups[group].bytes.append(contentsOf: text)
    textBytes += separator.count + text.count
    groups[group].count += 1
  }

  override func result(group: Int) -> TermID {
    guard !groups[group].failed else { return .none }
    return groups[group].bytes.withUnsafeBufferPointer { bytes in
      withExtendedLifetime(groups) { pool.id(for: .string(Text(copying: bytes))) }
    }
  }

  override var bytes: Int { groups.count * MemoryLayout<Group>.stride + textBytes }
}
