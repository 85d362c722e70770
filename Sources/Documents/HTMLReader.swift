import XML

/// Reads web pages: the paragraphs, headings, list items and cells of what is no navigation.
struct HTMLReader {
  private var blocks: [Block] = []
  private var current = StyledParagraph()
  private let linked: LinkedNotes
  /// The note that the last marker with each label led to.
  private var lastNote: [String: Int] = [:]

  static func read(_ root: XMLNode) -> [Document] {
    var reader = HTMLReader(linked: LinkedNotes(root))
    reader.walk(text(of: root))
    reader.close()
    return TextReader.documents(parting: reader.blocks, notes: reader.notes())
  }

  /// The element that holds the text: all of the page where there are several `main`, as in pages that were joined.
  private static func text(of root: XMLNode) -> XMLNode {
    let main = root.all("main")
    if main.count > 1 { return root }
    return main.first ?? root.first("article") ?? root.first("body") ?? root
  }

  private init(linked: LinkedNotes) { self.linked = linked }

  /// Whether an element's words are a paragraph, a heading, an item or a cell of their own.
  static func isBlock(_ element: XMLNode) -> Bool { element.name == "li" || breaking.contains(element.name) }

  /// The notes that links lead to, each one's paragraphs as one text.
  private func notes() -> [Note] {
    zip(linked.holders, linked.labels).map { holder, label in
      var reader = HTMLReader(linked: linked)
      reader.walk(holder)
      reader.close()
      var text = RunningText()
      for block in reader.blocks { text.append(block.text) }
      return Note(label: label, text: LinkedNotes.text(text, label: label))
    }
  }

  private static let hidden: Set<String> = [
    "script", "style", "noscript", "nav", "header", "footer", "form", "button", "select", "template", "svg",
    "iframe", "head",
  ]
  private static let breaking: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "main", "blockquote", "table", "tr",
    "td", "th",
    "ul", "dl", "dt", "dd", "pre", "hr", "body", "center", "aside", "figure", "address", "tbody", "thead",
  ]

  private mutating func walk(_ node: XMLNode, italic: Bool = false) {
    for child in node.children {
      switch child {
      case .text(let text): current.append(text, italic: italic)
      case .element(let element): walk(element: element, italic: italic)
      }
    }
  }

  private mutating func walk(element: XMLNode, italic: Bool) {
    switch element.name {
    case _ where HTMLReader.hidden.contains(element.name) || linked.isHolder(element): break
    case "ol":
      close()
      items(of: element)
      close()
    case _ where HTMLReader.isBlock(element):
      close()
      walk(element, italic: italic)
      close()
    case "br": current.appendBreak()
    case "a" where linked.isBackLink(element): break
    case "a":
      if let note = linked.note(markedBy: element) {
        lastNote[linked.labels[note]] = note
        current.appendMarker(linked.labels[note], footnote: note)
      } else {
        walk(element, italic: italic)
      }
    case "sup": walk(raised: element, italic: italic)
    case "em", "i", "cite": walk(element, italic: true)
    default: walk(element, italic: italic)
    }
  }

  /// A raised number repeats the marker of a note, where links lead to notes.
  private mutating func walk(raised element: XMLNode, italic: Bool) {
    let isLinked =
      element.first("a").map { linked.note(markedBy: $0) != nil || linked.isBackLink($0) } ?? false
    guard !isLinked, let label = StyledParagraph.label(raised: element.text) else {
      return walk(element, italic: italic)
    }
    if let note = lastNote[label] {
      current.appendMarker(label, footnote: note)
    } else {
      current.append(raised: element.text, italic: italic)
    }
  }

  /// The items of a numbered list, each with the number that a browser would show.
  private mutating func items(of list: XMLNode) {
    var value = list["start"].flatMap(ListStyle.number) ?? 1
    let type = list["type"] ?? "1"
    for item in list.elements where item.name == "li" {
      if let own = item["value"].flatMap(ListStyle.number) { value = own }
      let label = ListStyle(htmlType: type).written(value)
      current.number = type == "a" || type == "i" ? "(\(label)) " : "\(label). "
      walk(element: item, italic: false)
      current.number = ""
      value += 1
    }
  }

  private mutating func close() {
    blocks += current.blocks()
    // A number waits for the text that it stands before, which may be in an element of its own.
    current = StyledParagraph(number: current.number)
  }
}
