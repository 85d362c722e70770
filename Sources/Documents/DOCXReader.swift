import XML

/// Reads DOCX files (ECMA-376): paragraphs with the numbers that Word counts, footnotes, links; deleted text is left out.
struct DOCXReader {
  private var blocks: [Block] = []
  private var notes: [Note] = []
  /// Those that bear a number.
  private var countedNotes = 0
  private var numbering: DOCXNumbering
  private var current = StyledParagraph()
  private let package: DOCXPackage
  /// The index among the notes of each one referred to, by its kind and id in the file.
  private var noteIndex: [String: Int] = [:]
  private let noteCount: Int

  /// - Parameter name: what messages call the file.
  static func read(_ bytes: [UInt8], name: String) throws -> [Document] {
    var reader = DOCXReader(try DOCXPackage(bytes, name: name))
    return reader.documents()
  }

  private init(_ package: DOCXPackage) {
    self.package = package
    numbering = DOCXNumbering(numbering: package.numbering, styles: package.styles)
    noteCount = ["footnoteReference", "endnoteReference"].map { package.document.all($0).count }.reduce(0, +)
  }

  private mutating func documents() -> [Document] {
    var heads: [String] = []
    for head in package.heads {
      walk(head)
      heads += blocks.map { String(decoding: $0.text.bytes, as: UTF8.self) }
      blocks = []
    }
    numbering = DOCXNumbering(numbering: package.numbering, styles: package.styles)
    walk(package.document)
    return TextReader.documents(parting: blocks, notes: notes, heads: heads)
  }

  /// Takes in the paragraphs below `node`: of tables, text boxes and content controls too.
  private mutating func walk(_ node: XMLNode) {
    for part in node.elements {
      switch part.name {
      case "p": paragraph(part)
      case "sectPr", "del", "moveFrom", "Fallback": break
      default: walk(part)
      }
    }
  }

  private mutating func paragraph(_ node: XMLNode) {
    let outer = current
    current = StyledParagraph(number: numbering.number(node.child("pPr")))
    runs(of: node)
    blocks += current.blocks()
    current = outer
  }

  private mutating func runs(of node: XMLNode) {
    for part in node.elements {
      switch part.name {
      case "r": run(part)
      case "pPr", "del", "moveFrom", "Fallback": break
      case "hyperlink":
        let start = current.text.bytes.count
        runs(of: part)
        if let target = part["id"].flatMap({ package.links[$0] }) { current.link(from: start, to: target) }
      default: runs(of: part)
      }
    }
  }

  private mutating func run(_ node: XMLNode) {
    let properties = node.child("rPr")
    let isItalic = properties?.child("i").map { !["0", "false", "off"].contains($0["val"] ?? "") } ?? false
    let isRaised = properties?.child("vertAlign")?["val"] == "superscript"
    if properties?.child("vanish") != nil { return }
    for part in node.elements {
      switch part.name {
      case "t": append(part.text, italic: isItalic, raised: isRaised)
      case "tab", "ptab": current.appendBlank()
      case "br", "cr": current.appendBreak()
      case "noBreakHyphen": current.append("-", italic: isItalic)
      case "footnoteReference", "endnoteReference":
        let mark = part["customMarkFollows"].map { $0 != "0" } == true ? node.text : nil
        appendReference(part, mark: mark)
        if mark != nil { return }
      case "drawing", "pict", "AlternateContent", "object": walk(part)
      default: break
      }
    }
  }

  /// A raised number repeats a footnote's marker where the document has footnotes that Word counts.
  private mutating func append(_ text: String, italic: Bool, raised: Bool) {
    guard raised else { return current.append(text, italic: italic) }
    if noteCount > 0, let label = StyledParagraph.label(raised: text), Int(label) ?? 0 <= noteCount {
      current.appendMarker(label, footnote: nil)
    } else {
      current.append(raised: text, italic: italic)
    }
  }

  /// - Parameter mark: the marker that the author wrote in place of a number.
  private mutating func appendReference(_ node: XMLNode, mark: String?) {
    let isEndnote = node.name == "endnoteReference"
    let key = node.name + " " + (node["id"] ?? "")
    if let known = noteIndex[key] {
      return current.appendMarker(notes[known].label, footnote: known)
    }
    let part = isEndnote ? package.endnotes : package.footnotes
    guard let source = part?.elements.first(where: { $0["id"] == node["id"] }) else { return }
    let label = mark.map { TextNormalizer.normalized($0) } ?? String(countedNotes + 1)
    if Int(label) != nil { countedNotes += 1 }
    noteIndex[key] = notes.count
    current.appendMarker(label, footnote: notes.count)
    notes.append(Note(label: label, text: noteText(source)))
  }

  /// A note's paragraphs as one text.
  private mutating func noteText(_ node: XMLNode) -> RunningText {
    let outer = (blocks, current)
    blocks = []
    walk(node)
    var text = RunningText()
    for block in blocks { text.append(block.text) }
    (blocks, current) = outer
    return text
  }
}
