/// Reads plain text: flowing, wrapped, or in pages with heads and footnotes as a PDF's text leaves it.
enum TextReader {
  static func read(_ bytes: [UInt8]) -> [Document] {
    let pages = PageBreaks.parted(TextLine.pages(bytes))
    let furniture = PageFurniture(pages)
    var body: [TextLine] = []
    var notes: [Note] = []
    var labels: Set<String> = []
    var hasFoot = false
    var endsBlank: Bool?
    for (index, page) in pages.enumerated() {
      let foot = PageFoot(page, bounded: pages.count > 1)
      if !foot.notes.isEmpty { hasFoot = true }
      for note in foot.notes where labels.insert(note.label).inserted { notes.append(note) }
      var kept = pages.count > 1 || hasFoot ? furniture.body(of: foot.body, isFirst: index == 0) : foot.body
      if index > 0, !kept.isEmpty {
        kept[0].startsPage = true
        if let endsBlank { kept[0].blankBefore = endsBlank }
      }
      endsBlank = foot.ruleBehindBlank
      body += kept
    }
    let printed = pages.count > 1 || hasFoot
    let layout = PageLayout(body)
    var blocks = paragraphs(HeaderLines.mark(body, mode: layout.mode), layout)
    if printed {
      for index in blocks.indices { blocks[index].text.bytes = LineJoiner.repair(blocks[index].text.bytes) }
      let words = SplitWords(blocks.map(\.text.bytes))
      for index in blocks.indices { blocks[index].text.bytes = words.joined(blocks[index].text.bytes) }
    }
    return documents(blocks, notes: notes, markers: .found(isPrinted: printed || layout.mode == .cues))
  }

  private static func paragraphs(_ lines: [TextLine], _ layout: PageLayout) -> [Block] {
    var texts: [[UInt8]] = []
    var previous: TextLine?
    let isBroken = lines.contains { $0.bytes.last == UInt8(ascii: "-") }
    let words = isBroken ? SplitWords(lines.map(\.bytes)) : nil
    for line in lines {
      let starts =
        switch (line.role, previous) {
        case (.startsHeader, _), (_, nil): true
        case (.continuesHeader, _): false
        case (.text, let previous?):
          previous.role != .text || layout.starts(line, after: previous, paragraph: texts[texts.count - 1])
        }
      if starts {
        if let previous, layout.isHeading(previous), PageLayout.opensNumbered(line.bytes) {
          TextReader.splitHeading(previous.bytes, off: &texts)
        }
        texts.append(line.bytes)
      } else {
        LineJoiner.append(line.bytes, to: &texts[texts.count - 1], words: words)
      }
      previous = line
    }
    return texts.map { text in
      var block = Block()
      block.text.bytes = text
      return block
    }
  }

  /// Makes the last line a text of its own where it stands behind the end of a clause.
  private static func splitHeading(_ heading: [UInt8], off texts: inout [[UInt8]]) {
    guard let text = texts.last, text.count > heading.count + 1 else { return }
    let rest = Array(text.dropLast(heading.count + 1))
    guard LineEnd.endsClause(rest) else { return }
    texts[texts.count - 1] = rest
    texts.append(heading)
  }

  /// What a form says of footnote markers.
  enum Markers {
    /// It marks each of them.
    case marked
    /// They stand among the words and must be found, and the notes too where none are given; `isPrinted`: in words as a PDF's
    /// text has them.
    case found(isPrinted: Bool)
  }

  /// The documents that the blocks of a form with blocks make, which may hold several texts one behind the other.
  ///
  /// - Parameter notes: those that the form marks; it has none where it marks none.
  static func documents(parting blocks: [Block], notes: [Note], heads: [String] = []) -> [Document] {
    let texts = TextSplitter.parts(blocks)
    return texts.enumerated().flatMap { index, blocks in
      documents(
        blocks, notes: notes, markers: notes.isEmpty ? .found(isPrinted: false) : .marked,
        heads: index == 0 ? heads : [], isOnly: texts.count == 1)
    }
  }

  /// The documents that blocks in document order make.
  ///
  /// - Parameter heads: what the pages bear at their top; a symbol may stand nowhere else.
  /// - Parameter isOnly: whether all of the notes are theirs.
  static func documents(
    _ blocks: [Block], notes: [Note], markers: Markers, heads: [String] = [], isOnly: Bool = true
  ) -> [Document] {
    var blocks = blocks
    var notes = notes
    if case .found(let isPrinted) = markers {
      if notes.isEmpty { (blocks, notes) = NoteSplitter.split(blocks) }
      var finder = MarkerFinder(notes: notes, allowsDetached: isPrinted)
      finder.lift(from: &blocks)
    }
    var parser = StructureParser()
    for head in heads { parser.read(headerLine: head) }
    let placed = parser.place(blocks)
    let parts = PartSplitter.split(placed, header: parser.header)
    return parts.map { part in
      var document = DocumentAssembler.document(
        header: part.header, blocks: part.blocks, notes: notes, isOnly: isOnly && parts.count == 1)
      document.votes = parser.vote.recorded
      document.sponsors = parser.sponsors
      if parts.count > 1 {
        document.partOf = JointDocument.printed(in: parser.header, holding: document.symbol)
      }
      return document
    }
  }
}
