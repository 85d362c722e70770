import Documents

/// Numbers of bodies that count in ways of their own.
///
///     World Health Assembly resolution 73.1, decision 74(16) · International Maritime Organization resolution A.1091(28)
///     decisions 26/COP.14, III/21 and BC-14/13 of conferences of parties · resolution 186 of a union
///
/// They are cited only in a list of resolutions or decisions, and only where a body is named for them. What has a part "RES"
/// or "DEC" is a symbol by itself and needs no body: "EC-94/DEC.2", "GC(61)/RES/8". Behind the record that prints it such a
/// number is a part of that record: "FCCC/CP/2015/10/Add.1, decision 1/CP.21".
extension CitationReading {
  /// A number that is none of the principal organs'.
  struct OwnNumber {
    var range: Range<Int>
    /// Index of its last token.
    var last: Int
    /// Whether it is mere digits, which only a body right beside it makes a number.
    var isBare: Bool
  }

  /// The number of such a form that starts at token `index`.
  ///
  /// - Complexity: O(length of the number).
  func ownNumber(at index: Int) -> OwnNumber? {
    let token = token(index)
    guard token.kind == .digits || token.kind == .symbol || token.kind == .word && text.isCapital(token),
      token.start == 0 || text.bytes[Int(token.start) - 1] == 0x20
    else { return nil }
    let start = Int(token.start)
    var end = start
    var depth = 0
    var digits = 0
    var joints = 0
    scan: while end < text.bytes.count {
      let byte = text.bytes[end]
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A: break
      case 0x61...0x7A where joints > 0: break
      case UInt8(ascii: ")") where depth > 0: depth -= 1
      case UInt8(ascii: "("), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"):
        guard end > start, end + 1 < text.bytes.count, Lexicon.isWordByte(text.bytes[end + 1]) else {
          break scan
        }
        joints += 1
        if byte == UInt8(ascii: "(") { depth += 1 }
      default: break scan
      }
      end += 1
    }
    guard depth == 0, digits > 0, let last = lastToken(from: index, endingAt: end) else { return nil }
    let isBare = digits == end - start
    if isBare {
      if let close = congress(behind: last) {
        return OwnNumber(range: start..<Int(self.token(close).end), last: close, isBare: false)
      }
      return digits <= 4 ? OwnNumber(range: start..<end, last: last, isBare: true) : nil
    }
    let isPeriod = text.bytes[start..<end].allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
    return joints > 0 && !isPeriod ? OwnNumber(range: start..<end, last: last, isBare: false) : nil
  }

  /// The bracket that closes a congress behind a number: "15 (Cg-18)", "46 (Cg 17)".
  private func congress(behind index: Int) -> Int? {
    guard token(index + 1).kind == .open, token(index + 2).kind == .word, text.isCapital(token(index + 2))
    else {
      return nil
    }
    let close = token(index + 3).kind == .digits ? index + 4 : index + 3
    guard token(close).kind == .close else { return nil }
    let name = text.bytes[Int(token(index + 2).start)..<Int(token(close).start)]
    return name.count <= 8 && name.contains { $0 &- 0x30 < 10 } ? close : nil
  }

  /// The token that ends at offset `end`, sought from token `index` on.
  private func lastToken(from index: Int, endingAt end: Int) -> Int? {
    var at = index
    while at < tokens.count, Int(tokens[at].end) < end { at += 1 }
    return at < tokens.count && Int(tokens[at].end) == end ? at : nil
  }

  /// Cites the number of a body of its own at token `index`, and gives the index of the next token to look at.
  mutating func cite(ownNumberAt index: Int) -> Int? {
    guard let head, follows(index, head), let number = ownNumber(at: index) else { return nil }
    if head.isInRecord, !number.isBare { return number.last + 1 }
    guard let target = target(number, of: head) else { return nil }
    let date = date(ofItemAt: number.last)
    add(
      ActResolver.Outcome(target: target), head.isFresh ? head.rule : .listItem, number.range, head,
      number.last,
      date)
    self.head?.isFresh = false
    let end = Int32(tail(behind: number.last).end)
    var last = number.last
    while token(last + 1).end <= end, last + 1 < tokens.count { last += 1 }
    self.head?.lastBare = last
    return last + 1
  }

  /// Whether nothing but "and" and commas parts the token from the head or from the item before it.
  private func follows(_ index: Int, _ head: ListHead) -> Bool {
    var at = index - 1
    while token(at).kind == .comma || isWord(at, .and) || isWord(at, .or) { at -= 1 }
    return at == max(head.token, head.lastBare)
  }

  private func target(_ number: OwnNumber, of head: ListHead) -> Target? {
    let name = text.text(number.range)
    if SymbolSeries.isAct(name) { return .document(Symbol(canonical: name)) }
    // "WT/L/508/Add.1" is another organization's document.
    if name.utf8.count(where: { $0 == UInt8(ascii: "/") }) > 1 { return nil }
    guard let body = body(of: number, head) else { return nil }
    return .named(
      NamedAct(
        body: resolver.fullName(body), kind: head.kind == .decision ? .decision : .resolution, number: name))
  }

  /// Who adopted it: the body of the head, the one that the clause is about, or for "in its decision 3/COP.14, the
  /// Conference …" the one behind.
  private func body(of number: OwnNumber, _ head: ListHead) -> String? {
    if case .named(.named(let name)) = head.clue { return stands(number) ? name : nil }
    if number.isBare { return nil }
    if case .nearby(.named(let name)) = head.clue { return name }
    if case .named(let name)? = head.bodyBefore { return name }
    if token(number.last + 1).kind == .comma, isWord(number.last + 2, .the),
      case .named(let name)? = body(startingAt: number.last + 3)
    {
      return name
    }
    if case .named(let name)? = spoken.speaker { return name }
    return nil
  }

  /// Whether mere digits are a number and count nothing: no noun stands right behind them.
  private func stands(_ number: OwnNumber) -> Bool {
    guard number.isBare else { return true }
    let next = token(number.last + 1)
    switch next.kind {
    case .comma, .semicolon, .stop, .close, .quoteOpen: return true
    case .word: return [.of, .on, .adopted, .entitled, .and, .by, .in].contains(next.word)
    default: return false
    }
  }
}
