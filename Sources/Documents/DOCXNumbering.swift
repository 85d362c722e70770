import XML

/// Counts the automatic numbers of a DOCX file's lists (ECMA-376 part 1, §17.9).
struct DOCXNumbering {
  /// A level of a list: how it counts and what it prints around the numbers, "%1." or "(%2)".
  private struct Level {
    var start = 1
    var style: ListStyle?
    var text = ""
  }

  /// A list with its levels; several numberings share one and count on.
  private struct List {
    var levels: [Int: Level]
    var counters: [Int: Int] = [:]
  }

  private var lists: [String: List] = [:]
  /// The list that each `numId` counts in.
  private var listOfNumber: [String: String] = [:]
  /// The numbering that a paragraph style brings, by the style's id.
  private var styles: [String: (number: String?, level: Int?, base: String?)] = [:]

  init(numbering: XMLNode?, styles: XMLNode?) {
    for node in numbering?.elements ?? [] where node.name == "abstractNum" {
      lists["abstract " + (node["abstractNumId"] ?? "")] = List(levels: DOCXNumbering.levels(node))
    }
    for node in numbering?.elements ?? [] where node.name == "num" {
      guard let id = node["numId"], let abstract = node.child("abstractNumId")?["val"] else { continue }
      add(node, id, "abstract " + abstract)
    }
    for node in styles?.elements ?? [] where node.name == "style" {
      guard let id = node["styleId"] else { continue }
      let own = node.child("pPr")?.child("numPr")
      let level = own?.child("ilvl")?["val"].flatMap { Int($0) }
      self.styles[id] = (own?.child("numId")?["val"], level, node.child("basedOn")?["val"])
    }
  }

  /// A numbering with overrides counts by itself, the others in their common list.
  private mutating func add(_ node: XMLNode, _ id: String, _ abstract: String) {
    let overrides = node.elements.filter { $0.name == "lvlOverride" }
    guard !overrides.isEmpty, var list = lists[abstract] else {
      listOfNumber[id] = abstract
      return
    }
    list.levels.merge(overrides.reduce(into: [:]) { $0.merge(DOCXNumbering.levels($1)) { $1 } }) { $1 }
    for override in overrides {
      guard let index = override["ilvl"].flatMap({ Int($0) }),
        let start = override.child("startOverride")?["val"].flatMap(ListStyle.number)
      else { continue }
      list.levels[index]?.start = start
    }
    lists["number " + id] = list
    listOfNumber[id] = "number " + id
  }

  private static func levels(_ node: XMLNode) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for node in node.elements where node.name == "lvl" {
      guard let index = node["ilvl"].flatMap({ Int($0) }) else { continue }
      levels[index] = Level(
        start: node.child("start")?["val"].flatMap(ListStyle.number) ?? 1,
        style: ListStyle(numberFormat: node.child("numFmt")?["val"] ?? "decimal"),
        text: node.child("lvlText")?["val"] ?? "")
    }
    return levels
  }

  /// The number that Word shows before a paragraph, "1. " or "(a) ", counted on; "" for none and for bullets.
  ///
  /// - Parameter properties: the paragraph's `pPr`.
  mutating func number(_ properties: XMLNode?) -> String {
    let own = properties?.child("numPr")
    let style = properties?.child("pStyle")?["val"].flatMap { numbering(ofStyle: $0) }
    let ownLevel = own?.child("ilvl")?["val"].flatMap { Int($0) }
    guard let number = own?.child("numId")?["val"] ?? style?.number, number != "0",
      let name = listOfNumber[number], var list = lists[name]
    else { return "" }
    let index = ownLevel ?? style?.level ?? 0
    guard let level = list.levels[index] else { return "" }
    list.counters[index] = list.counters[index].map { $0 + 1 } ?? level.start
    for deeper in list.counters.keys where deeper > index { list.counters[deeper] = nil }
    lists[name] = list
    if level.style == nil { return "" }
    return printed(level.text, in: list)
  }

  /// "%1.%2" with the numbers of the levels in their places.
  private func printed(_ text: String, in list: List) -> String {
    var printed = ""
    var isReference = false
    for scalar in text.unicodeScalars {
      if isReference, let digit = Int(String(scalar)), let level = list.levels[digit - 1] {
        printed += (level.style ?? .decimal).written(list.counters[digit - 1] ?? level.start)
        isReference = false
      } else if scalar == "%" {
        isReference = true
      } else {
        printed.unicodeScalars.append(scalar)
        isReference = false
      }
    }
    return printed.isEmpty ? "" : printed + " "
  }

  /// What the style or, failing that, one it is based on says.
  private func numbering(ofStyle id: String) -> (number: String, level: Int?)? {
    var id: String? = id
    for _ in 0..<10 {
      guard let current = id, let style = styles[current] else { return nil }
      if let number = style.number { return (number, style.level) }
      id = style.base
    }
    return nil
  }
}
