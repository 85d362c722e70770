import XML

/// Reads web pages: the paragraphs, headings, list items and cells of what is no navigation.
struct HTMLReader {
  private var blocks: [Block] = []
  private var current = RunningText()
  private var italic: [UInt8] = []
  private var italicOpen = true
  private var number = ""

  static func read(_ root: XMLNode) -> [Document] {
    var reader = HTMLReader()
    let body = root.first("main") ?? root.first("article") ?? root.first("body") ?? root
    reader.walk(body)
    reader.close()
    return TextReader.documents(reader.blocks, notes: [], isPrinted: false)
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
      case .text(let text): append(text, italic: italic)
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
    case "sup": superscript(element, italic: italic)
    case "em", "i", "cite": walk(element, italic: true)
    default: walk(element, italic: italic)
    }
  }

  /// The items of a numbered list, each with the number that a browser would show.
  private mutating func items(of list: XMLNode) {
    var value = list["start"].flatMap { Int($0) } ?? 1
    for item in list.elements where item.name == "li" {
      if let own = item["value"].flatMap({ Int($0) }) { value = own }
      number = HTMLReader.label(value, type: list["type"] ?? "1")
      walk(item)
      close()
      number = ""
      value += 1
    }
  }

  private static func label(_ value: Int, type: String) -> String {
    let letter = value >= 1 && value <= 26 ? String(Unicode.Scalar(UInt8(0x60 + value))) : String(value)
    switch type {
    case "a": return "(\(letter)) "
    case "A": return "\(letter.uppercased()). "
    case "i": return value > 0 ? "(\(RomanNumeral.written(value).lowercased())) " : ""
    case "I": return value > 0 ? "\(RomanNumeral.written(value)). " : ""
    default: return "\(value). "
    }
  }

  /// Digits raised in mark-up become raised digits, which are markers, or labels of notes, to the text path.
  private mutating func superscript(_ element: XMLNode, italic: Bool) {
    let text = TextNormalizer.normalized(element.text)
    let digits = text.utf8.filter { $0.isDigit }
    let isLabel = !digits.isEmpty && text.utf8.allSatisfy { $0.isDigit || "[]()".utf8.contains($0) }
    if isLabel, digits.count <= 3 {
      current.append(String(digits.map { Superscript.written($0 - 0x30) }))
    } else {
      walk(element, italic: italic)
    }
  }

  private mutating func append(_ text: String, italic: Bool) {
    if current.isEmpty, !number.isEmpty, text.utf8.contains(where: { $0 > 0x20 }) {
      let own = TextNormalizer.normalized(Array(text.utf8))
      if NumberLabel.match(own) == nil { current.append(number) }
      number = ""
    }
    current.append(text)
    follow(text, italic: italic)
  }

  /// Follows the italics at the paragraph's start; a number before them does not count.
  private mutating func follow(_ text: String, italic isItalic: Bool) {
    guard italicOpen else { return }
    let plain = TextNormalizer.normalized(Array(text.utf8))
    if isItalic {
      TextNormalizer.append(Array(text.utf8)[...], to: &italic)
    } else if !plain.isEmpty, NumberLabel.match(plain)?.end != plain.count || !italic.isEmpty {
      italicOpen = false
    }
  }

  private mutating func close() {
    current.finish()
    if !current.isEmpty {
      while let last = italic.last, ",:; ".utf8.contains(last) { italic.removeLast() }
      let phrase = italic.isEmpty || italic.count > 80 ? nil : String(decoding: italic, as: UTF8.self)
      blocks.append(Block(text: current, openingPhrase: phrase))
    }
    current = RunningText()
    italic = []
    italicOpen = true
  }
}
