extension LineageReport {
  /// The report as Markdown: a table for each generation, then the main path, what is shared, the gaps and the rings.
  public var markdown: String {
    var lines = ["# Lineage of \(escaped(ancestry.root.symbol))", ""]
    if let title = ancestry.root.title {
      lines += ["*\(escaped(title))*" + (ancestry.root.adoptedOn.map { ", \($0)" } ?? ""), ""]
    }
    lines += [summary, ""]
    if ancestry.depth > 0 {
      for generation in 1...ancestry.depth { lines += table(of: generation) }
    }
    if mainPathSteps.count > 1 {
      lines += ["## Main path", "", "The line that most lines of descent share (search path count).", ""]
      lines += mainPathSteps.enumerated().map { "\($0.offset + 1). \(escaped($0.element))" } + [""]
    }
    if let common { lines += shared(common) }
    if !ancestry.gaps.isEmpty {
      lines += ["## Cited but not in the store", "", "| document | cited by |", "|---|---:|"]
      lines += ancestry.gaps.map { "| \(escaped($0.document.symbol)) | \($0.citedBy) |" } + [""]
    }
    if !ancestry.cycles.isEmpty {
      lines += ["## Documents that cite each other", ""]
      lines += ancestry.cycles.map { "- " + $0.map { escaped($0.symbol) }.joined(separator: " ↔ ") } + [""]
    }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  private func table(of generation: Int) -> [String] {
    let rows = ancestry.ancestors.filter { $0.generation == generation }
    return [
      "## Generation \(generation)\(generation == 1 ? ": cited directly" : "")", "",
      "| document | adopted | title | relation | through | cited by |", "|---|---|---|---|---|---:|",
    ]
      + rows.map { row in
        let through = row.parent.map { ancestry.ancestors[$0].document.symbol } ?? ""
        let cells = [
          escaped(row.document.symbol) + (row.document.isHeld ? "" : " †"), row.document.adoptedOn ?? "",
          escaped(row.document.title ?? ""), row.relations.joined(separator: ", "), escaped(through),
          "\(row.citedBy)",
        ]
        return "| " + cells.joined(separator: " | ") + " |"
      } + [""] + (rows.contains { !$0.document.isHeld } ? ["† not in the store", ""] : [])
  }

  private func shared(_ common: CommonAncestry) -> [String] {
    let symbols = common.roots.map { escaped($0.symbol) }
    return [
      "## Shared ancestors", "",
      "| document | adopted | \(symbols.map { "generation from \($0)" }.joined(separator: " | ")) |",
      "|---|---|\(symbols.map { _ in "---:|" }.joined())",
    ]
      + common.shared.map { item in
        "| \(escaped(item.document.symbol)) | \(item.document.adoptedOn ?? "") | "
          + item.generations.map(String.init).joined(separator: " | ") + " |"
      } + [""]
  }

  /// Text that Markdown shows as it is.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", "|", "*", "_", "`", "[", "]", "<", ">", "#": result += "\\" + String(character)
      case "\n", "\r": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
