import Documents

/// What *Ibid.* stands for, carried from footnote to footnote.
///
/// A note hands on its source if it names exactly one; a note that names none or several is a barrier, behind which
/// *Ibid.* stays unresolved. Several treaties of one series still hand on the series: "Ibid., vol. 1125, No. 17512".
struct IbidChain {
  private enum Source {
    case one(Target)
    case series(String)
    /// Why there is none.
    case none(String)
  }

  private var source = Source.none("Ibid. opens the notes")

  /// Adds what *Ibid.* cites in a note to the citations found there, and takes the note's own source over.
  mutating func read(_ reading: inout CitationReading) {
    if reading.isWord(0, .ibid) { resolve(&reading) }
    source = IbidChain.source(of: reading.citations)
  }

  private static func source(of citations: [Citation]) -> Source {
    guard let first = citations.first?.target else { return .none("the note before cites nothing") }
    if citations.allSatisfy({ isSame(first, $0.target) }) {
      if case .unresolved(let reason) = first { return .none(reason) }
      return .one(first)
    }
    var series = Set<String>()
    for citation in citations {
      guard case .instrument(.treaty(let its, _, _)) = citation.target else {
        return .none("the note before cites several documents")
      }
      series.insert(its)
    }
    if series.count == 1, let only = series.first { return .series(only) }
    return .none("the note before cites several documents")
  }

  private mutating func resolve(_ reading: inout CitationReading) {
    let second = reading.token(1).kind == .comma ? 2 : 1
    switch source {
    case .series(let series):
      if reading.treaty(at: second, series: series, start: 0, rule: .ibid) != nil { return }
    case .one(.instrument(.treaty(let series, let volume, _))):
      if reading.treaty(at: second, series: series, start: 0, rule: .ibid) != nil { return }
      if reading.isWord(second, .number), reading.token(second + 1).kind == .digits {
        let number = reading.text.text(reading.token(second + 1).range)
        return add(.instrument(.treaty(series: series, volume: volume, number: number)), nil, &reading)
      }
    case .one, .none: break
    }
    guard !printsSource(reading) else { return }
    // What the note adds is a part of the source, its own resolutions included: "Ibid., resolution 2, annex".
    reading.citations.removeAll { !$0.isResolved || $0.rule == .form }
    switch source {
    case .one(let target):
      let rest = second < reading.tokens.count ? Int(reading.token(second).start) : reading.text.bytes.count
      add(target, reading.pinpointText(from: rest), &reading)
    case .series: add(.unresolved("the note before cites several treaties"), nil, &reading)
    case .none(let reason): add(.unresolved(reason), nil, &reading)
    }
  }

  /// Whether the note prints a source of its own behind *Ibid.*: a symbol, a treaty number, a sales number.
  private func printsSource(_ reading: CitationReading) -> Bool {
    reading.citations.contains { $0.isResolved && $0.rule != .form }
  }

  private func add(_ target: Target, _ pinpoint: String?, _ reading: inout CitationReading) {
    reading.citations.insert(
      Citation(
        place: reading.spoken.place, range: reading.token(0).range, target: target, pinpoint: pinpoint,
        rule: .ibid,
        phrase: 0..<reading.text.bytes.count), at: 0)
  }

  /// A corrigendum is the same source as what it corrects.
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
