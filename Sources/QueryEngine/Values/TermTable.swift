import RDF
import TripleStore

/// Terms by their bytes, in an open-addressing table: those that a query made, and those it has already looked up in the store.
///
/// Texts are copied into an arena unless the caller says that they stay where they are. Language tags compare without regard to case.
final class TermTable {
  struct Entry {
    let kind: TermBytes.Kind
    let hash: UInt32
    let id: TermID
    let lexical: UnsafeBufferPointer<UInt8>
    let datatype: UnsafeBufferPointer<UInt8>
    let language: UnsafeBufferPointer<UInt8>

    var bytes: TermBytes { TermBytes(kind: kind, lexical: lexical, datatype: datatype, language: language) }
  }

  private(set) var entries: [Entry] = []
  /// Entry index + 1, or 0; a power of two of them, at most half in use.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  subscript(index: Int) -> Entry { entries[index] }

  /// The id noted for `term`, nil where there is none.
  func find(_ term: TermBytes, hash: UInt32) -> TermID? {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, TermTable.same(entry, term) { return entry.id }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Notes a term whose buffers live as long as the table.
  func insert(_ entry: Entry) {
    entries.append(entry)
    if entries.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for (index, entry) in entries.enumerated() { place(index, entry.hash) }
    } else {
      place(entries.count - 1, entry.hash)
    }
  }

  private func place(_ index: Int, _ hash: UInt32) {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(index + 1)
  }

  private static func same(_ entry: Entry, _ term: TermBytes) -> Bool {
    entry.kind == term.kind && entry.lexical.equals(term.lexical) && entry.datatype.equals(term.datatype)
      && entry.language.equalsIgnoringCase(term.language)
  }

  /// A hash of all parts of a term; the language tag counts by its length only, since case does not matter.
  static func hash(_ term: TermBytes) -> UInt32 {
    var hash = UInt64(term.kind.rawValue) &+ UInt64(term.language.count) << 8
    mix(&hash, term.lexical)
    mix(&hash, term.datatype)
    hash ^= hash >> 32
    return UInt32(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 >> 32)
  }

  private static func mix(_ hash: inout UInt64, _ bytes: UnsafeBufferPointer<UInt8>) {
    hash ^= UInt64(bytes.count)
    guard let base = bytes.baseAddress else { return }
    var index = 0
    while index + 8 <= bytes.count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 33
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 29
  }
}
