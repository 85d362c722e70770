import Documents

/// What *Ibid.* stands for, carried from footnote to footnote.
///
/// A note hands on its source if it names exactly one; a note that names none or several is a barrier, behind which
/// *Ibid.* stays unresolved. Its treaties still hand on their series, of which no other source has volumes:
/// "Ibid., vol. 1125, No. 17512".
struct IbidChain {
  private enum Source {
    case one(Target)
    /// Why there is none.
    case none(String)
  }

  private var source = Source.none("Ibid. opens the notes")
  /// What "Ibid., vol. 1125" in the next note goes on with.
  private(set) var treaties: TreatySource?
  /// The body whose resolution or decision "Ibid., resolution 5/3" goes on with.
  var body: String? {
    if case .one(.named(let act)) = source { return act.body }
    return nil
  }

  /// Adds what *Ibid.* cites in a note to the citations found there, and takes the note's own source over.
  mutating func read(_ reading: inout CitationReading) {
    if let ibid = reading.openingIbid { resolve(ibid, &reading) }
    source = IbidChain.source(of: reading.citations)
    treaties = IbidChain.treaties(of: reading.citations)
  }

  private static func source(of citations: [Citation]) -> Source {
    guard let first = citations.first?.target else { return .none("the note before cites nothing") }
    if case .unresolved(let reason) = first, citations.count == 1 { return .none(reason) }
    guard citations.allSatisfy({ isSame(first, $0.target) }) else {
      return .none("the note before cites several documents")
    }
    return .one(first)
  }

  private static func treaties(of citations: [Citation]) -> TreatySource? {
    var source: TreatySource?
    for citation in citations {
      guard case .instrument(.treaty(let series, let volume, _)) = citation.target else { continue }
      guard let known = source else {
        source = TreatySource(series: series, volume: volume)
        continue
      }
      if known.series != series { return nil }
      if known.volume != volume { source?.volume = nil }
    }
    return source
  }

  private mutating func resolve(_ ibid: Int, _ reading: inout CitationReading) {
    let second = reading.token(ibid + 1).kind == .comma ? ibid + 2 : ibid + 1
    let printed = reading.citations.first { $0.isResolved && $0.rule != .form }
    if let printed {
      if case .one(let target) = source, reading.isAdded(printed, toSourceAt: ibid) {
        add(target, nil, ibid, &reading)
      }
      return
    }
    // What the note adds is a part of the source, its own resolutions included: "Ibid., resolution 2, annex".
    reading.citations.removeAll { !$0.isResolved || $0.rule == .form }
    switch source {
    case .one(let target):
      let rest = second < reading.tokens.count ? Int(reading.token(second).start) : reading.text.bytes.count
      add(target, reading.pinpointText(from: rest), ibid, &reading)
    case .none(let reason): add(.unresolved(reason), nil, ibid, &reading)
    }
  }

  private func add(_ target: Target, _ pinpoint: String?, _ ibid: Int, _ reading: inout CitationReading) {
    reading.citations.insert(
      Citation(
        place: reading.spoken.place, range: reading.token(ibid).range, target: target, pinpoint: pinpoint,
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
  /// The index of the *Ibid.* that a note opens with, "See" before it left aside.
  var openingIbid: Int? {
    let first = isWord(0, .see) ? (isWord(1, .also) ? 2 : 1) : 0
    return isWord(first, .ibid) ? first : nil
  }

  /// Whether a source that a note prints stands beside the one that its *Ibid.* means, not in its place: "Ibid., summary,
  /// and A/66/524", but "Ibid., Supplement No. 35 (A/77/35)".
  func isAdded(_ printed: Citation, toSourceAt ibid: Int) -> Bool {
    guard printed.rule != .ibid else { return false }
    var at = ibid + 1
    while at < tokens.count, Int(token(at).start) < printed.phrase.lowerBound { at += 1 }
    at -= 1
    while isWord(at, .see) || isWord(at, .also) { at -= 1 }
    return at > ibid && (isWord(at, .and) || token(at).kind == .semicolon)
  }

  /// The text from `start` to the end of the note, without its full stop; nil where nothing stands there.
  func pinpointText(from start: Int) -> String? {
    var end = text.bytes.count
    while end > start, text.bytes[end - 1] == UInt8(ascii: ".") || text.bytes[end - 1] == 0x20 { end -= 1 }
    return end > start ? text.text(start..<end) : nil
  }
}
