/// Finds the place of each block — header, formula, preamble, operative part, annex, closing — by its words alone.
///
/// Blocks that a form has placed keep their place; the same rules then refine both, so that all forms give one structure.
struct StructureParser {
  private(set) var header = HeaderReader()
  private(set) var vote = VoteText()
  /// Who puts a draft forward: the names before ": draft resolution".
  private(set) var sponsors: [String] = []
  private var inAnnex = false
  private var operativeSeen = false
  private var formulaSeen = false

  /// The blocks with their places known. The header's are read on the way.
  mutating func place(_ blocks: [Block]) -> [Block] {
    var placed: [Block] = []
    let body = blocks.first?.place == .unknown ? bodyStart(blocks) : 0
    for (index, var block) in blocks.enumerated() {
      if block.place == .unknown {
        block.place = index < body ? .header : .body
        if index >= body { placeByWords(&block) }
      }
      if block.place == .body, block.number.isEmpty { _ = liftNumber(&block) }
      // A statement's name or a part's letter may stand before the sentence that tells the meeting.
      refine(&block, isEarly: (body..<body + 4).contains(index))
      placed.append(block)
    }
    return placed
  }

  /// The index of the first block that is no header: the formula, or the first sentence where there is no formula.
  private mutating func bodyStart(_ blocks: [Block]) -> Int {
    let formula = blocks.firstIndex { Phrasing.isFormula($0.text.bytes) }
    var lastLine = -1
    var index = 0
    var loose: Int?
    while index < min(blocks.count, formula ?? blocks.count) {
      let text = String(decoding: blocks[index].text.bytes, as: UTF8.self)
      if readSponsors(blocks[(lastLine + 1)...index]) || header.read(text) {
        lastLine = index
        loose = nil
      } else if formula == nil, isSentence(blocks[index].text.bytes) {
        break
      } else {
        loose = index
      }
      index += 1
    }
    if let loose, formula != nil {
      header.takeUnnumbered(title: String(decoding: blocks[loose].text.bytes, as: UTF8.self))
    }
    return formula ?? lastLine + 1
  }

  /// Takes in "Angola, Belgium and Chad: draft resolution", a list that may run over several lines of a header.
  private mutating func readSponsors(_ lines: ArraySlice<Block>) -> Bool {
    guard let last = lines.last?.text.bytes else { return false }
    for ending in [": draft resolution", ": revised draft resolution", ": draft decision"]
    where last.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      var list = String(decoding: last, as: UTF8.self)
      for line in lines.dropLast().reversed() {
        let before = String(decoding: line.text.bytes, as: UTF8.self)
        guard SponsorList.goesOn(before, in: list) else { break }
        list = before + " " + list
      }
      sponsors = SponsorList.names(in: String(list.dropLast(ending.count)))
      return true
    }
    return false
  }

  private func isSentence(_ text: [UInt8]) -> Bool {
    guard let last = text.last, ",;.:".utf8.contains(last) else { return false }
    return text.count > 60 || Phrasing.isParticipial(text) || NumberLabel.match(text) != nil
  }

  /// Places a block of a plain text by its own words and what came before it.
  private mutating func placeByWords(_ block: inout Block) {
    let text = block.text.bytes
    if Phrasing.isFormula(text) {
      block.place = .formula
      return
    }
    if Phrasing.isClosing(text)
      || text.count < 60 && CalendarDate.isWhole(String(decoding: text, as: UTF8.self))
    {
      block.place = .closing
      return
    }
    if let label = liftNumber(&block) {
      let isItem = label.readings.contains { $0.style == .letter || $0.style == .roman }
      block.place = isItem && !operativeSeen && formulaSeen ? .preambular : .body
      return
    }
    let comma = Phrasing.endsInComma(text)
    if !operativeSeen ? comma || Phrasing.isParticipial(text) : comma && Phrasing.isParticipial(text) {
      block.place = .preambular
    }
  }

  /// Moves a number that stands before the words of a block out of its text.
  private func liftNumber(_ block: inout Block) -> NumberLabel? {
    let text = block.text.bytes
    guard let (label, end) = NumberLabel.match(text), end < text.count else { return nil }
    block.number = String(decoding: text[..<(text[end - 1] == 0x20 ? end - 1 : end)], as: UTF8.self)
    block.text.drop(end)
    return label
  }

  /// Sorts out what all forms leave open: annexes, headings, closing lines; and keeps the state.
  private mutating func refine(_ block: inout Block, isEarly: Bool) {
    let text = block.text.bytes
    if block.place != .header, vote.take(text) { block.place = .closing }
    switch block.place {
    case .body, .heading:
      if block.number.isEmpty, Phrasing.isAnnexHeading(text) {
        block.place = .annexStart
      } else if block.place == .body, block.number.isEmpty, Phrasing.isHeading(text) {
        block.place = .heading
      }
    case .preambular where block.number.isEmpty && Phrasing.isHeading(text) && !Phrasing.isParticipial(text):
      block.place = .heading
    default: break
    }
    switch block.place {
    case .formula:
      if !formulaSeen { header.readFormula(text) }
      formulaSeen = true
      operativeSeen = false
    case .body: operativeSeen = true
    case .annexStart:
      inAnnex = true
      operativeSeen = true
    case .closing: header.readClosing(String(decoding: text, as: UTF8.self))
    default: break
    }
    if isEarly { header.readOpening(String(decoding: text, as: UTF8.self)) }
  }

  /// Takes a header line that a form has marked as one.
  mutating func read(headerLine line: String) { _ = header.read(line) }

  mutating func take(title: String) { header.take(title: title) }
}
