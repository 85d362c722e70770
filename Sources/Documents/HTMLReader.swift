import XML

/// Reads web pages: the paragraphs, headings, list items and cells of what is no navigation.
struct HTMLReader {
  private var blocks: [Block] = []
  private var current = StyledParagraph()

  static func read(_ root: XMLNode) -> [Document] {
    var reader = HTMLReader()
    let body = root.first("main") ?? root.first("article") ?? root.first("body") ?? root
    reader.walk(body)
    reader.close()
    return TextReader.documents(reader.blocks, notes: [], markers: .found(isPrinted: false))
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
    case _ where HTMLReader.hidden.contains(element.name): break
    case "ol":
      close()
      items(of: element)
      close()
    case _ where element.name == "li" || HTMLReader.breaking.contains(element.name):
      close()
      walk(element, italic: italic)
      close()
    case "br": current.appendBlank()
    case "sup":
      if StyledParagraph.label(raised: element.text) != nil {
        current.append(raised: element.text, italic: italic)
      } else {
        walk(element, italic: italic)
      }
    case "em", "i", "cite": walk(element, italic: true)
    default: walk(element, italic: italic)
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
      walk(item)
      close()
      current.number = ""
      value += 1
    }
  }

  private mutating func close() {
    if let block = current.block() { blocks.append(block) }
    // A number waits for the text that it stands before, which may be in an element of its own.
    current = StyledParagraph(number: current.number)
  }
}
