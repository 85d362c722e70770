import XML

/// The footnotes of a page to which links lead, as word processors, pandoc and wikis write them: `<a href="#n1">1</a>` stands in
/// the text, and the paragraph, list item or cell named "n1" holds the note.
///
/// A link leads to a note where a link in there leads back to it, or where it is a number that is raised or in brackets; a
/// table of contents and "see paragraph 3" do neither.
struct LinkedNotes {
  private let outline: HTMLOutline
  /// The elements that hold the notes, in document order.
  private(set) var holders: [XMLNode] = []
  private(set) var labels: [String] = []
  private var noteOfLink: [ObjectIdentifier: Int] = [:]
  private var held: Set<ObjectIdentifier> = []
  private var backLinks: Set<ObjectIdentifier> = []

  /// - Complexity: O(page · log page).
  init(_ root: XMLNode) {
    outline = HTMLOutline(root)
    let links = outline.places.indices.filter { outline.places[$0].node.name == "a" }
    var backLinks: [Int: [Int]] = [:]
    for link in links {
      if let target = outline.target(of: outline.places[link].node, before: link) {
        backLinks[target, default: []].append(link)
      }
    }
    var found: [Int: (links: [Int], isNote: Bool)] = [:]
    for link in links {
      guard let holder = holder(ledToBy: link) else { continue }
      found[holder, default: ([], false)].links.append(link)
      if isNumber(link) || place(of: link, ledTo: backLinks, in: holder) != nil {
        found[holder]?.isNote = true
      }
    }
    let notes = found.filter { $0.value.isNote }.sorted { $0.key < $1.key }
    let starts = notes.map(\.key)
    let markers = notes.flatMap(\.value.links).sorted()
    for (start, (links, _)) in notes {
      let holder = widened(start, starts: starts, markers: markers)
      let places = Set(links.compactMap { self.place(of: $0, ledTo: backLinks, in: holder) })
      for link in places.flatMap({ inside(holder, backLinks[$0] ?? []) }) {
        self.backLinks.insert(ObjectIdentifier(outline.places[link].node))
      }
      add(holder, links)
    }
  }

  /// The index of the note that a link is the marker of.
  func note(markedBy link: XMLNode) -> Int? { noteOfLink[ObjectIdentifier(link)] }

  func isHolder(_ element: XMLNode) -> Bool { held.contains(ObjectIdentifier(element)) }

  /// Whether a link in a note leads back into the text; its words are none of the note's.
  func isBackLink(_ link: XMLNode) -> Bool { backLinks.contains(ObjectIdentifier(link)) }

  /// A note's text without the arrows around links back and without its label: raised, in brackets, before a dot or blank.
  static func text(_ text: RunningText, label: String) -> RunningText {
    var text = text
    while let mark = arrows.first(where: { text.bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
      text.bytes.removeLast(mark.utf8.count)
    }
    let bytes = text.bytes
    var start = 0
    while let mark = arrows.first(where: { bytes[start...].starts(with: $0.utf8) }) {
      start += mark.utf8.count
    }
    let forms = ["[\(label)]", "(\(label))", "\(label).", "\(label) "]
    if let (raised, end) = Superscript.run(bytes, start), raised == label {
      start = end
    } else if let form = forms.first(where: { bytes[start...].starts(with: $0.utf8) }),
      !MarkerContext.hasUnit(bytes, start + form.utf8.count)
    {
      start += form.utf8.count
    }
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    text.drop(start)
    return text
  }

  private static let arrows = ["^", "↑", "↩", "\u{FE0E}", " "]

  private mutating func add(_ holder: Int, _ links: [Int]) {
    let words = TextNormalizer.normalized(outline.places[links[0]].node.text).utf8
      .filter { $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "*") }
    let label =
      (1...4).contains(words.count) ? String(decoding: words, as: UTF8.self) : String(holders.count + 1)
    labels.append(label)
    for link in links { noteOfLink[ObjectIdentifier(outline.places[link].node)] = holders.count }
    holders.append(outline.places[holder].node)
    held.insert(ObjectIdentifier(outline.places[holder].node))
  }

  /// In bytes: longer words are no marker.
  private static let longestMarker = 12

  private static let kinds: Set<String> = ["p", "li", "div", "td", "dd", "aside", "blockquote"]

  /// The block that a short link behind words leads forward to.
  private func holder(ledToBy link: Int) -> Int? {
    let node = outline.places[link].node
    guard let target = outline.target(of: node, behind: link),
      outline.places[link].words > outline.places[outline.block(of: link)].words
    else { return nil }
    let holder = outline.block(of: target)
    guard LinkedNotes.kinds.contains(outline.places[holder].node.name), !outline.holds(holder, link),
      (1...LinkedNotes.longestMarker).contains(TextNormalizer.normalized(node.text).utf8.count)
    else { return nil }
    return holder
  }

  /// Whether a link is a number that is raised or stands in brackets.
  private func isNumber(_ link: Int) -> Bool {
    let place = outline.places[link]
    guard StyledParagraph.label(raised: place.node.text) != nil else { return false }
    return place.node.text.utf8.contains { "[(".utf8.contains($0) }
      || outline.places[place.parent].node.name == "sup"
      || place.node.first("sup") != nil
  }

  /// The marker, or what is named around, in or right before it: the one to which links in `holder` lead.
  private func place(of marker: Int, ledTo links: [Int: [Int]], in holder: Int) -> Int? {
    var places = Array((marker..<outline.places[marker].end).prefix(8))
    if outline.places[marker - 1].words == outline.places[marker].words { places.append(marker - 1) }
    let block = outline.block(of: marker)
    var outer = outline.places[marker].parent
    while outer != block {
      places.append(outer)
      outer = outline.places[outer].parent
    }
    return places.first { place in links[place].map { !inside(holder, $0).isEmpty } ?? false }
  }

  /// Those of the elements, which rise, that stand in `holder`.
  private func inside(_ holder: Int, _ elements: [Int]) -> ArraySlice<Int> {
    elements[elements.partition { $0 >= holder }..<elements.partition { $0 >= outline.places[holder].end }]
  }

  /// The block, or the named one around it that begins with it and holds neither a marker nor another note: a note may have
  /// several paragraphs.
  private func widened(_ holder: Int, starts: [Int], markers: [Int]) -> Int {
    let outer = outline.places[holder].parent
    let place = outline.places[outer]
    guard place.node["id"] != nil, LinkedNotes.kinds.contains(place.node.name),
      place.words == outline.places[holder].words
    else { return holder }
    return inside(outer, starts).count == 1 && inside(outer, markers).isEmpty ? outer : holder
  }
}
