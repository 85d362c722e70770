/// Turns blocks whose place is known into a document's paragraphs: numbers joined, parents set, fragments unique.
struct DocumentBuilder {
  private(set) var paragraphs: [Paragraph] = []
  private var stack = NumberStack()
  private var part = 1
  private var annex = 0
  private var preambularCount = 0
  private var unnumberedCount = 0
  private var headingCount = 0
  private var operativeSeen = false
  private var afterUnnumbered: NumberStack.Level?
  private var names = UniqueNames()
  private var ordinals: [OrdinalKey: Int] = [:]

  private struct OrdinalKey: Hashable {
    var kind: Paragraph.Kind
    var parent: Int?
  }

  /// Adds the paragraph that `block` is; headers and closing lines are none.
  mutating func add(_ block: Block) {
    switch block.place {
    case .header, .closing, .unknown: return
    case .formula:
      if annex == 0, operativeSeen { startPart() }
      addHeading(block)
    case .heading: addHeading(block)
    case .annexStart:
      annex += 1
      part = 1
      restart()
      addHeading(block)
    case .preambular: annex > 0 ? addBody(block) : addPreambular(block)
    case .body: addBody(block)
    }
  }

  private var prefix: String {
    (annex == 0 ? "" : annex == 1 ? "annex-" : "annex\(annex)-") + (part == 1 ? "" : "part\(part)-")
  }

  private mutating func restart() {
    stack.reset()
    afterUnnumbered = nil
    preambularCount = 0
    unnumberedCount = 0
    operativeSeen = false
  }

  private mutating func startPart() {
    part += 1
    restart()
  }

  private mutating func addHeading(_ block: Block) {
    if block.text.isEmpty { return }
    headingCount += 1
    let text = block.number.isEmpty ? block.text : prefixed(block)
    append(
      Block(place: .heading, text: text), kind: .heading, number: nil, fragment: "h\(headingCount)",
      parent: nil)
  }

  /// The text of a heading with its number before it, as it is printed.
  private func prefixed(_ block: Block) -> RunningText {
    var text = RunningText(block.number.utf8)
    text.append(block.text)
    return text
  }

  private mutating func addPreambular(_ block: Block) {
    if operativeSeen { startPart() }
    if let label = NumberLabel(printed: block.number), !stack.isEmpty {
      addNumbered(block, label, kind: .preambular, prefix: prefix)
      return
    }
    preambularCount += 1
    let path = "pp\(preambularCount)"
    append(block, kind: .preambular, number: nil, fragment: prefix + path, parent: nil)
    stack.reset(to: NumberStack.Level(reading: nil, number: nil, path: path, paragraph: paragraphs.count - 1))
  }

  private mutating func addBody(_ block: Block) {
    if !operativeSeen {
      operativeSeen = true
      stack.reset()
    }
    let kind: Paragraph.Kind = annex > 0 ? .annex : .operative
    if let label = NumberLabel(printed: block.number) {
      if let parent = afterUnnumbered,
        label.readings.contains(where: { $0.value == 1 && $0.style != .decimal })
      {
        stack.reset(to: parent)
      }
      afterUnnumbered = nil
      addNumbered(block, label, kind: kind, prefix: prefix)
      return
    }
    unnumberedCount += 1
    let path = kind == .annex ? "p\(unnumberedCount)" : "op-\(unnumberedCount)"
    append(block, kind: kind, number: nil, fragment: prefix + path, parent: nil)
    let level = NumberStack.Level(reading: nil, number: nil, path: path, paragraph: paragraphs.count - 1)
    afterUnnumbered = level
    if stack.isEmpty { stack.reset(to: level) }
  }

  private mutating func addNumbered(
    _ block: Block, _ label: NumberLabel, kind: Paragraph.Kind, prefix lead: String
  ) {
    let reading = stack.place(label)
    let parent = stack.levels.last
    var path = parent.map { "\($0.path).\(label.name)" } ?? (kind == .annex ? label.name : "op\(label.name)")
    var number = label.name
    switch reading.style {
    case .dotted: path = (kind == .annex ? "" : "op") + label.name
    case .decimal where parent == nil: break
    default: number = (parent?.number ?? "") + "(\(label.name))"
    }
    var fragment = lead + path
    if parent == nil, reading.style == .decimal, names.isTaken(fragment) {
      part += 1
      fragment = prefix + path
    }
    append(block, kind: kind, number: number, fragment: fragment, parent: parent?.paragraph)
    stack.push(
      NumberStack.Level(reading: reading, number: number, path: path, paragraph: paragraphs.count - 1))
  }

  private mutating func append(
    _ block: Block, kind: Paragraph.Kind, number: String?, fragment: String, parent: Int?
  ) {
    let unique = names.take(fragment)
    let key = OrdinalKey(kind: kind, parent: parent)
    let ordinal = ordinals[key, default: 0] + 1
    ordinals[key] = ordinal
    paragraphs.append(
      Paragraph(
        kind: kind, number: number, ordinal: ordinal, fragment: unique, parent: parent,
        text: String(decoding: block.text.bytes, as: UTF8.self), markers: block.text.markers,
        links: block.text.links, openingPhrase: block.openingPhrase))
  }
}
