extension LineageReport {
  /// The report for a terminal: the ancestry as a tree in which each document stands once, under the document through which it
  /// is first met; then the main path, the series with what each text adds and drops, what is shared, what goes back to it, the
  /// gaps and the rings.
  public var text: String {
    var lines = [styled(ancestry.root.dated, .heading)]
    if let title = ancestry.root.title { lines.append(title) }
    lines += ["", summary, ""]
    if ancestry.ancestors.count > 1 { lines += tree() + [""] }
    lines += section("Main path (the line that most lines of descent share)", mainPathSteps)
    lines += section(
      "Series: what each text cites anew (+) and leaves out (-), besides its predecessor", changes())
    lines += section("Other texts on the same agenda items", ancestry.series.siblings.map(\.dated))
    if let common {
      lines += section(
        "Shared with \(common.roots.dropFirst().map(\.symbol).joined(separator: ", "))", shared(common))
    }
    lines += section("Goes back to \(ancestry.root.symbol)", posterity())
    lines += section(
      "Cited but not in the store", ancestry.gaps.map { "\($0.document.symbol)  cited by \($0.citedBy)" })
    lines += section(
      "Documents that cite each other", ancestry.cycles.map { $0.map(\.symbol).joined(separator: " ↔ ") })
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  var mainPathSteps: [String] {
    ancestry.mainPath.count < 2 ? [] : ancestry.mainPath.map { $0.map(\.dated).joined(separator: " ↔ ") }
  }

  private func styled(_ text: String, _ style: TextStyle) -> String {
    isColoured ? style.applied(to: text) : text
  }

  private func changes() -> [String] {
    ancestry.series.changes.flatMap { change in
      ["\(change.text.dated) after \(change.earlier.symbol)"]
        + change.added.byKind.map { styled("  + \($0.symbols)", .added) }
        + change.dropped.byKind.map { styled("  - \($0.symbols)", .dropped) }
    }
  }

  private func shared(_ common: CommonAncestry) -> [String] {
    common.shared.map {
      "\($0.document.dated)  generations \($0.generations.map(String.init).joined(separator: ", "))"
    }
  }

  private func posterity() -> [String] {
    ancestry.descendants.dropFirst().map { "\($0.document.dated)  generation \($0.generation)" }
  }

  private func section(_ heading: String, _ entries: [String]) -> [String] {
    entries.isEmpty ? [] : [styled(heading, .heading)] + entries.map { "  " + $0 } + [""]
  }

  private func tree() -> [String] {
    var children = [[Int]](repeating: [], count: ancestry.ancestors.count)
    for (index, ancestor) in ancestry.ancestors.enumerated() {
      if let parent = ancestor.parent { children[parent].append(index) }
    }
    var lines: [String] = []
    var open: [(node: Int, indent: String, isLast: Bool)] = []
    func push(_ nodes: [Int], _ indent: String) {
      for (offset, node) in nodes.enumerated().reversed() {
        open.append((node, indent, offset == nodes.count - 1))
      }
    }
    push(children[0], "")
    while let (node, indent, isLast) = open.popLast() {
      let ancestor = ancestry.ancestors[node]
      var words = ancestor.document.dated
      if !ancestor.relations.isEmpty { words += "  " + ancestor.relations.joined(separator: ", ") }
      if !ancestor.document.isHeld { words = styled(words + "  (not in the store)", .faint) }
      lines.append(indent + (isLast ? "└─ " : "├─ ") + words)
      push(children[node], indent + (isLast ? "   " : "│  "))
    }
    return lines
  }
}
