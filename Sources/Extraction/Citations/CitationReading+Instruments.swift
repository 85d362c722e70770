import Documents

/// Charter articles, treaties and sales publications.
extension CitationReading {
  /// "Article 2 (4) of the Charter", "Articles 55 and 56 of the Charter", "Chapter VII of the Charter of the United Nations";
  /// gives the index behind the numbers.
  mutating func charter(at index: Int, isChapter: Bool) -> Int? {
    var found: [(range: Range<Int>, instrument: Instrument)] = []
    var at = index + 1
    while at < tokens.count {
      let token = token(at)
      switch token.kind {
      case .digits where !isChapter && token.value > 0 && token.value <= 111:
        found.append((token.range, .charterArticle(Int(token.value), paragraph: nil)))
        at += 1
      case .act where !isChapter:
        guard let (article, paragraph) = bracketed(token) else { return nil }
        found.append((token.range, .charterArticle(article, paragraph: paragraph)))
        at += 1
      case .word where isChapter && Roman.value(text.text(token.range)).map { $0 <= 19 } == true:
        found.append((token.range, .charterChapter(Roman.value(text.text(token.range)) ?? 0)))
        at += 1
      case .open where !found.isEmpty:
        guard self.token(at + 2).kind == .close else { return nil }
        at = refine(&found, with: at + 1, end: at + 2)
      // "Artículo 2 4)"
      case .close where found.count > 1 && self.token(at - 2).kind == .digits:
        found.removeLast()
        at = refine(&found, with: at - 1, end: at)
      case .comma where isWord(at + 1, .part) && !found.isEmpty:
        at = refine(&found, with: at + 2, end: at + 2)
      case .comma, .dash: at += 1
      case .word where token.word == .and || token.word == .to || token.word == .or: at += 1
      case .word where token.word == .of:
        guard !found.isEmpty, isCharter(at + 1) else { return nil }
        if found.count == 1, let paragraph = paragraph(before: index) {
          refine(&found, with: paragraph, end: at - 1)
        }
        for (range, instrument) in found {
          citations.append(
            Citation(
              place: spoken.place, range: range, target: .instrument(instrument), rule: .charterArticle,
              phrase: Int(self.token(index).start)..<Int(self.token(at - 1).end)))
        }
        return at
      default: return nil
      }
    }
    return nil
  }

  /// The token of the number in "paragraph 4 of", where that stands before the article at `index`.
  private func paragraph(before index: Int) -> Int? {
    let of = isWord(index - 1, .the) ? index - 2 : index - 1
    guard isWord(of, .of), token(of - 1).kind == .digits, isWord(of - 2, .part) else { return nil }
    return of - 1
  }

  /// Puts the paragraph number at token `number` into the last article, and gives the index behind token `end`.
  @discardableResult
  private func refine(
    _ found: inout [(range: Range<Int>, instrument: Instrument)], with number: Int, end: Int
  ) -> Int {
    if case .charterArticle(let article, nil) = found[found.count - 1].instrument, token(number).value > 0 {
      let start = found[found.count - 1].range.lowerBound
      found[found.count - 1] = (
        start..<Int(token(end).end), .charterArticle(article, paragraph: Int(token(number).value))
      )
    }
    return end + 1
  }

  /// Article and paragraph of "2 (1)", which reads like a damaged resolution number.
  private func bracketed(_ token: Token) -> (article: Int, paragraph: Int)? {
    guard case .roman(let strokes) = text.numbers[Int(token.value)].frame, strokes.allSatisfy({ $0 == "I" })
    else {
      return nil
    }
    return (text.numbers[Int(token.value)].number, strokes.utf8.count == 1 ? 1 : 11)
  }

  /// "the Charter", "the Charter of the United Nations", but no other body's.
  private func isCharter(_ index: Int) -> Bool {
    var at = index
    if isWord(at, .the) { at += 1 }
    if isWord(at, .name) && isWord(at + 1, .name) && isWord(at + 2, .charter) { return true }
    guard isWord(at, .charter) else { return false }
    guard isWord(at + 1, .of) else { return true }
    at += 2
    if isWord(at, .the) { at += 1 }
    return ["United", "Nations", "Naciones"].contains(text.text(token(at).range))
  }

  /// "United Nations, Treaty Series, vol. 1125, No. 17512", "Recueil des Traités, vol. 1125, no 17512"; gives the index
  /// behind it.
  mutating func treatySeries(at index: Int) -> Int? {
    let isBehind = isWord(index + 1, .series)
    guard isBehind || isWord(index - 1, .of) && isWord(index - 2, .series) else { return nil }
    var at = index + (isBehind ? 2 : 1)
    if token(at).kind == .comma { at += 1 }
    let isLeague = (index - 5..<index).contains { isWord($0, .league) }
    return treaty(at: at, series: isLeague ? "LNTS" : "UNTS", start: index, rule: .treatySeries)
  }

  /// "ibid., vol. 1125, No. 17512", which goes on with the series that was cited last; "ibid., No. 17513" with the volume.
  mutating func treaty(behindIbid index: Int) -> Int? {
    var at = index + 1
    if token(at).kind == .comma { at += 1 }
    var source = spoken.treaties
    for citation in citations {
      if case .instrument(.treaty(let series, let volume, _)) = citation.target {
        source = TreatySource(series: series, volume: volume)
      }
    }
    guard let source else { return nil }
    if let end = treaty(at: at, series: source.series, start: index, rule: .ibid) { return end }
    guard let volume = source.volume, isWord(at, .number) else { return nil }
    return treaties(at: at + 1, series: source.series, volume: volume, start: index, rule: .ibid)
  }

  /// "vol. 1125, Nos. 17512 and 17513" from token `index` on: a citation for each number.
  mutating func treaty(at index: Int, series: String, start: Int, rule: Citation.Rule) -> Int? {
    guard isWord(index, .volume) else { return nil }
    var at = index + 1
    let volume = token(at)
    guard volume.kind == .digits || volume.kind == .word || volume.kind == .act else { return nil }
    while at < tokens.count, !isWord(at, .number) {
      switch token(at).kind {
      case .digits, .comma, .open, .close, .dash, .act: at += 1
      case .word where isWord(at, .and) || isWord(at, .name) || isWord(at, .to): at += 1
      default: return nil
      }
    }
    guard at < tokens.count else { return nil }
    let name = text.text(volume.kind == .act ? leadingDigits(volume) : volume.range)
    return treaties(at: at + 1, series: series, volume: name, start: start, rule: rule)
  }

  /// "17512 and 17513" from token `index` on.
  private mutating func treaties(
    at index: Int, series: String, volume: String, start: Int, rule: Citation.Rule
  ) -> Int? {
    var at = index
    while at < tokens.count {
      switch token(at).kind {
      case .digits:
        citations.append(
          Citation(
            place: spoken.place, range: token(at).range,
            target: .instrument(.treaty(series: series, volume: volume, number: text.text(token(at).range))),
            rule: rule,
            phrase: Int(token(start).start)..<Int(token(at).end)))
        at += 1
      case .comma where token(at + 1).kind == .digits: at += 1
      case .dash: at += 1
      case .word where (isWord(at, .and) || isWord(at, .to)) && token(at + 1).kind == .digits: at += 1
      default: return at > index ? at : nil
      }
    }
    return at > index ? at : nil
  }

  private func leadingDigits(_ token: Token) -> Range<Int> {
    var end = Int(token.start)
    while end < Int(token.end), text.bytes[end] &- 0x30 < 10 { end += 1 }
    return Int(token.start)..<end
  }

  /// "United Nations publication, Sales No. E.96.IV.13"; gives the index behind it.
  mutating func salesNumber(at index: Int) -> Int? {
    guard isWord(index + 1, .number) else { return nil }
    var start = Int(token(index + 1).end)
    while start < text.bytes.count, text.bytes[start] == UInt8(ascii: ".") || text.bytes[start] == 0x20 {
      start += 1
    }
    var end = start
    while end < text.bytes.count, Lexicon.isWordByte(text.bytes[end]) || text.bytes[end] == UInt8(ascii: ".")
    { end += 1 }
    while end > start, text.bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end > start + 3 else { return nil }
    var at = index + 2
    while at < tokens.count, Int(token(at).start) < end { at += 1 }
    citations.append(
      Citation(
        place: spoken.place, range: start..<end,
        target: .instrument(.salesPublication(text.text(start..<end))),
        rule: .salesNumber, phrase: Int(token(index).start)..<end))
    return at
  }
}
