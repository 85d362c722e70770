import XML

/// Walks an AKN4UN statement in document order and gives its blocks with the places that the mark-up states.
struct AKNBlocks {
  private(set) var blocks: [Block] = []
  private(set) var inline: AKNInline

  init(inline: AKNInline) { self.inline = inline }

  /// Takes in everything below `node` but its metadata and header.
  mutating func visit(_ node: XMLNode) {
    for part in node.elements {
      switch part.name {
      case "meta", "coverPage", "preface": break
      case "preamble": part.elements.forEach { preambular($0) }
      case "mainBody", "body": part.elements.forEach { body($0) }
      case "conclusions": part.elements.forEach { emit($0, place: .closing) }
      case "attachment":
        blocks.append(Block(place: .annexStart))
        visit(part)
      default: visit(part)
      }
    }
  }

  private mutating func preambular(_ node: XMLNode) {
    if node.name == "formula" || node["name"] == "formula" {
      emit(node, place: .formula)
      return
    }
    guard let list = node.name == "blockList" ? node : node.first("blockList") else {
      emit(node, place: .preambular)
      return
    }
    for part in list.elements {
      if part.name == "item" {
        item(part, place: .preambular)
      } else {
        emit(part, place: .preambular)
      }
    }
  }

  private mutating func item(_ node: XMLNode, place: Block.Place) {
    let number = node.elements.first { $0.name == "num" }.map { inline.plain($0) } ?? ""
    for (index, part) in node.elements.filter({ $0.name != "num" }).enumerated() {
      emit(part, place: place, number: index == 0 ? number : "")
    }
  }

  private mutating func body(_ node: XMLNode) {
    switch node.name {
    case "paragraph", "point", "item", "section", "subsection", "subparagraph", "alinea": numbered(node)
    case "subheading", "heading": emit(node, place: .heading)
    case "crossHeading": emit(node, place: node["refersTo"] == "#preamble" ? .preambular : .heading)
    case "p", "container", "table", "block", "formula":
      emit(node, place: node["name"] == "formula" ? .formula : .body)
    case "meta", "num": break
    default: node.elements.forEach { body($0) }
    }
  }

  /// A numbered element: its number goes to the first text in it, be that its own or its list's introduction.
  private mutating func numbered(_ node: XMLNode) {
    var number = node.elements.first { $0.name == "num" }.map { inline.plain($0) } ?? ""
    for part in node.elements {
      switch part.name {
      case "num": break
      case "content", "intro", "p", "heading":
        emit(part, place: part.name == "heading" ? .heading : .body, number: number)
        number = ""
      case "list":
        for entry in part.elements {
          if entry.name == "intro" {
            emit(entry, place: .body, number: number)
            number = ""
          } else {
            body(entry)
          }
        }
      case "subheading" where !number.isEmpty:
        emit(part, place: .heading, number: number)
        number = ""
      default: body(part)
      }
    }
    if !number.isEmpty, node.name == "section" {
      blocks.append(Block(place: .heading, text: RunningText(number.utf8)))
    }
  }

  private mutating func emit(_ node: XMLNode, place: Block.Place, number: String = "") {
    var block = inline.block(node)
    let embedded = inline.takeEmbedded()
    block.place = place
    block.number = number
    if place == .preambular, block.openingPhrase == nil, let name = node["name"], !name.isEmpty {
      block.openingPhrase = name
    }
    if !block.text.isEmpty { blocks.append(block) }
    for text in embedded {
      for part in text.elements {
        if part.name == "container", part.first("table") == nil {
          preambular(part)
        } else {
          body(part)
        }
      }
    }
  }
}
