import XML

/// Reads running text from AKN4UN mark-up, lifting out footnotes, links and the italic opening phrase.
struct AKNInline {
  private(set) var notes: [Note] = []
  /// The places in `notes` of those with a label.
  private var placesOfLabel: [String: [Int]] = [:]
  /// Labels that some note of the file bears, so that a bare superscript is known as a repeated marker.
  private let labels: Set<String>
  /// Whole texts quoted inside a paragraph, to be read after it.
  private(set) var embedded: [XMLNode] = []

  init(root: XMLNode) {
    labels = Set(root.all("authorialNote").compactMap { $0["marker"] })
  }

  /// The text of an element alone, without footnotes.
  mutating func plain(_ node: XMLNode) -> String {
    var copy = self
    return String(decoding: copy.block(node).text.bytes, as: UTF8.self)
  }

  /// The running text of an element, and its opening phrase where italics show one.
  mutating func block(_ node: XMLNode) -> Block {
    var opening = OpeningItalics()
    var text = RunningText()
    append(node, to: &text, &opening)
    text.finish()
    return Block(text: text, openingPhrase: opening.phrase)
  }

  mutating func takeEmbedded() -> [XMLNode] {
    defer { embedded = [] }
    return embedded
  }

  private mutating func append(
    _ node: XMLNode, to text: inout RunningText, _ opening: inout OpeningItalics, italic: Bool = false
  ) {
    for child in node.children {
      switch child {
      case .text(let part):
        text.append(part)
        opening.follow(part, italic: italic)
      case .element(let element):
        append(element: element, to: &text, &opening, italic: italic)
      }
    }
  }

  private mutating func append(
    element: XMLNode, to text: inout RunningText, _ opening: inout OpeningItalics, italic: Bool
  ) {
    switch element.name {
    case "authorialNote": appendNote(element, to: &text)
    case "a":
      let start = text.bytes.count
      append(element, to: &text, &opening, italic: italic)
      if let target = element["href"] { text.link(from: start, to: target) }
    case "eol", "br": text.appendBlank()
    case "sup":
      let label = TextNormalizer.normalized(element.text)
      if labels.contains(label) {
        text.appendMarker(label)
      } else {
        append(element, to: &text, &opening, italic: italic)
      }
    case "embeddedStructure", "quotedStructure": embedded.append(element)
    case "span", "i":
      let isItalic = element.name == "i" || element["class"]?.holds("italic") == true
      append(element, to: &text, &opening, italic: italic || isItalic)
    case "tr", "td", "th", "p", "table", "subheading", "item", "num":
      text.appendBlank()
      append(element, to: &text, &opening, italic: italic)
      text.appendBlank()
    default: append(element, to: &text, &opening, italic: italic)
    }
  }

  private mutating func appendNote(_ element: XMLNode, to text: inout RunningText) {
    let label = TextNormalizer.normalized(element["marker"] ?? "")
    var inner = RunningText()
    var unused = OpeningItalics()
    for (index, part) in element.elements.enumerated() {
      if index > 0 { inner.appendBlank() }
      append(part, to: &inner, &unused)
    }
    if element.elements.isEmpty { inner.append(element.text) }
    inner.finish()
    text.appendMarker(label)
    let known = placesOfLabel[label]?.first { inner.isEmpty || notes[$0].text.bytes == inner.bytes }
    text.markers[text.markers.count - 1].footnote = known ?? notes.count
    if known == nil {
      placesOfLabel[label, default: []].append(notes.count)
      notes.append(Note(label: label, text: inner))
    }
  }
}
