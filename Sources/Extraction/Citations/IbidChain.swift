import Documents

/// What *Ibid.* stands for, carried from footnote to footnote.
///
/// A note hands on its source if it names exactly one; a note that names none or several is a barrier, behind which
/// *Ibid.* stays unresolved.
struct IbidChain {
  private enum Source {
    case one(Target)
    /// Why there is none.
    case none(String)
  }

  private var source = Source.none("Ibid. opens the notes")

  /// Adds what *Ibid.* cites in a note to the citations found there, and takes the note's own source over.
  mutating func read(_ reading: inout CitationReading) {
    if reading.token(0).kind == .word, reading.token(0).word == .ibid {
      resolve(&reading)
    }
    var targets: [Target] = []
    for citation in reading.citations
    where !targets.contains(where: { IbidChain.isSame($0, citation.target) }) {
      targets.append(citation.target)
    }
    switch targets.count {
    case 1:
      if case .unresolved(let reason) = targets[0] {
        source = .none(reason)
      } else {
        source = .one(targets[0])
      }
    case 0: source = .none("the note before cites nothing")
    default: source = .none("the note before cites several documents")
    }
  }

  private func resolve(_ reading: inout CitationReading) {
    let ibid = reading.token(0)
    let second = reading.token(1).kind == .comma ? 2 : 1
    if case .one(.instrument(.treaty(let series, let volume, _))) = source {
      if reading.treaty(at: second, series: series, start: 0, rule: .ibid) != nil { return }
      if reading.isWord(second, .number), reading.token(second + 1).kind == .digits {
        let number = reading.text.text(reading.token(second + 1).range)
        add(.instrument(.treaty(series: series, volume: volume, number: number)), ibid, nil, &reading)
        return
      }
    }
    guard !replacesSource(reading, second) else { return }
    switch source {
    case .one(let target):
      // What the note adds is a part of the source, its own resolutions included: "Ibid., resolution 2, annex".
      reading.citations.removeAll { !$0.isResolved }
      guard reading.citations.isEmpty else { return }
      let rest = second < reading.tokens.count ? Int(reading.token(second).start) : reading.text.bytes.count
      add(target, ibid, reading.pinpointText(from: rest), &reading)
    case .none(let reason): add(.unresolved(reason), ibid, nil, &reading)
    }
  }

  /// Whether the note prints a source of its own behind *Ibid.*: a symbol, a treaty number, a sales number.
  private func replacesSource(_ reading: CitationReading, _ second: Int) -> Bool {
    reading.citations.contains { $0.isResolved && $0.rule != .form && $0.rule != .footnoteResolution }
  }

  private func add(_ target: Target, _ ibid: Token, _ pinpoint: String?, _ reading: inout CitationReading) {
    reading.citations.insert(
      Citation(
        place: reading.spoken.place, range: ibid.range, target: target, pinpoint: pinpoint, rule: .ibid,
        phrase: 0..<reading.text.bytes.count), at: 0)
  }

  /// A corrigendum, an addendum of the same supplement and the other half of a double symbol are the same source.
  private static func isSame(_ left: Target, _ right: Target) -> Bool {
    if left == right { return true }
    guard case .document(let first) = left, case .document(let second) = right else { return false }
    return second.text.hasPrefix(first.text + "/Corr.")
  }
}

extension CitationReading {
  /// The text from `start` to the end of the note, without its full stop; nil where nothing stands there.
  func pinpointText(from start: Int) -> String? {
    var end = text.bytes.count
    while end > start, text.bytes[end - 1] == UInt8(ascii: ".") || text.bytes[end - 1] == 0x20 { end -= 1 }
    return end > start ? text.text(start..<end) : nil
  }
}
