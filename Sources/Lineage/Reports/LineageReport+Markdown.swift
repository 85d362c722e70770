extension LineageReport {
  /// The report as Markdown: a table for each generation, then the main path, the series, what is shared, what goes back to it,
  /// the gaps and the rings.
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
    lines += series()
    if let common { lines += shared(common) }
    lines += posterity()
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
      "| document | adopted | title | relation | through | cited by | cites | PageRank |",
      "|---|---|---|---|---|---:|---:|---:|",
    ]
      + rows.map { row in
        let through = row.parent.map { ancestry.ancestors[$0].document.symbol } ?? ""
        let cells = [
          escaped(row.document.symbol) + (row.document.isHeld ? "" : " †"), row.document.adoptedOn ?? "",
          escaped(row.document.title ?? ""), row.relations.joined(separator: ", "), escaped(through),
          "\(row.citedBy)", "\(row.cites)", row.pageRank.thousandths,
        ]
        return "| " + cells.joined(separator: " | ") + " |"
      } + [""] + (rows.contains { !$0.document.isHeld } ? ["† not in the store", ""] : [])
  }

  private func series() -> [String] {
    let series = ancestry.series
    if series.changes.isEmpty { return [] }
    let siblings = series.siblings.map { escaped($0.dated) }.joined(separator: ", ")
    return [
      "## Series", "", "What each text cites anew and leaves out, besides its predecessor.", "",
      "| text | adopted | after | adds | drops | keeps |", "|---|---|---|---|---|---:|",
    ]
      + series.changes.map { change in
        "| \(escaped(change.text.symbol)) | \(change.text.adoptedOn ?? "") | \(escaped(change.earlier.symbol)) | "
          + "\(list(change.added)) | \(list(change.dropped)) | \(change.kept) |"
      } + [""] + (siblings.isEmpty ? [] : ["Other texts on the same agenda items: \(siblings).", ""])
  }

  private func list(_ documents: [DocumentCard]) -> String {
    documents.byKind.map { escaped($0.symbols) }.joined(separator: "; ")
  }

  private func posterity() -> [String] {
    if ancestry.descendants.count < 2 { return [] }
    return [
      "## Goes back to \(escaped(ancestry.root.symbol))", "", "| document | adopted | title | generation |",
      "|---|---|---|---:|",
    ]
      + ancestry.descendants.dropFirst().map { item in
        "| \(escaped(item.document.symbol)) | \(item.document.adoptedOn ?? "") | "
          + "\(escaped(item.document.title ?? "")) | \(item.generation) |"
      } + [""]
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
      case "\\", "|", "*", "_", "`", "[", "]", "<", ">", "#", "&": result += "\\" + String(character)
      case "\n", "\r", "\r\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}

extension Double {
  /// With three decimals, rounded half up: "0.042".
  var thousandths: String {
    let units = Int((self * 1000).rounded())
    let digits = String(units % 1000)
    return "\(units / 1000)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}
