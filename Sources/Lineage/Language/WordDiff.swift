/// What became of the words of one text in another: which stayed, which went, which came.
///
///     WordDiff(from: "Recalling its resolution 76/19", to: "Recalling its resolution 77/36").runs
///     // kept "Recalling its resolution ", removed "76/19", added "77/36"
///
/// The kept and the added runs, joined, are the newer text byte for byte. Letter case, punctuation and blanks alone are no
/// change; kept words show as the newer text prints them. The runs hold plain text: whoever shows them escapes it.
public struct WordDiff: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case kept
    case removed
    case added
  }

  /// Neighbouring words that share a fate, with the punctuation and the blanks after each.
  public struct Run: Sendable, Equatable {
    public let kind: Kind
    public let text: String
  }

  /// In reading order; where words were replaced, the removed run comes before the added one.
  public let runs: [Run]

  /// Compares by the longest common subsequence of words (Myers, "An O(ND) difference algorithm", 1986).
  ///
  /// - Complexity: O((n + m) · d) for n and m words and d changes.
  public init(from older: String, to newer: String) {
    let (old, new) = (WordList(older), WordList(newer))
    var removed = Set<Int>()
    var added = Set<Int>()
    for change in new.words.difference(from: old.words) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var found: [(kind: Kind, bytes: [UInt8])] = []
    func append(_ kind: Kind, _ bytes: ArraySlice<UInt8>) {
      if found.last?.kind == kind {
        found[found.count - 1].bytes += bytes
      } else if !bytes.isEmpty {
        found.append((kind, Array(bytes)))
      }
    }
    append(.kept, new.lead)
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      while removed.contains(i) {
        append(.removed, old.printed(i))
        i += 1
      }
      while added.contains(j) {
        append(.added, new.printed(j))
        j += 1
      }
      if j < new.count { append(.kept, new.printed(j)) }
      (i, j) = (i + 1, j + 1)
    }
    runs = found.map { Run(kind: $0.kind, text: String(decoding: $0.bytes, as: UTF8.self)) }
  }
}
