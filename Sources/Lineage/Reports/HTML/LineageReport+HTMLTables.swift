extension LineageReport {
  /// What each text of the series cites anew and leaves out.
  var changesSection: HTML {
    let series = ancestry.series
    if series.changes.isEmpty { return "" }
    let rows = series.changes.map { change in
      """
      <tr><th scope="row">\(link(change.text))<span class="after">after \(change.earlier.symbol)</span></th>\
      <td data-label="adds">\(list(change.added, "added", "+"))</td>\
      <td data-label="drops">\(list(change.dropped, "dropped", "−"))</td>\
      <td data-label="keeps" class="number">\(change.kept)</td></tr>

      """ as HTML
    }
    let siblings: HTML =
      series.siblings.isEmpty
      ? ""
      : "<p>Other texts on the same agenda items: \(series.siblings.map(link).joined(separator: ", ")).</p>\n"
    return section(
      "changes", "What is new in it, and what did its authors leave out?",
      """
      <p>Citations along its series, each text against the one before, which it cites besides.</p>
      <table class="changes">
      <thead><tr><th scope="col">text</th><th scope="col">adds</th><th scope="col">drops</th><th scope="col" class="number">keeps</th></tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>
      \(siblings)
      """)
  }

  /// The documents, those of a kind on a line.
  private func list(_ documents: [DocumentCard], _ style: String, _ sign: String) -> HTML {
    if documents.isEmpty { return "<span class=\"none\">nothing</span>" }
    let lines = documents.byKind.map { group in
      let entries = group.map { "<li><span aria-hidden=\"true\">\(sign)</span>\(link($0))</li>" as HTML }
      return "<ul class=\"\(style)\">\(entries.joined())</ul>" as HTML
    }
    return lines.joined()
  }

  /// Every ancestor with its figures.
  var ancestorsTable: HTML {
    let rows = ancestry.ancestors.enumerated().dropFirst().map { position, row in
      let through = row.parent.map { ancestry.ancestors[$0].document.symbol } ?? ""
      return """
        <tr id="d\(position)"><th scope="row">\(link(row.document))</th>\
        <td data-label="adopted">\(row.document.adoptedOn ?? "")</td>\
        <td class="title" dir="auto">\(row.document.title ?? "")</td>\
        <td data-label="relation">\(row.relations.map(\.words).joined(separator: ", "))</td>\
        <td data-label="through">\(through)</td>\
        <td data-label="generation" class="number">\(row.generation)</td>\
        <td data-label="cited by" class="number">\(row.citedBy)</td>\
        <td data-label="cites" class="number">\(row.cites)</td>\
        <td data-label="PageRank" class="number">\(row.pageRank.thousandths)</td></tr>

        """ as HTML
    }
    if rows.isEmpty { return "" }
    return section(
      "ancestors", "Every ancestor",
      """
      <table class="ancestors sortable">
      <thead><tr><th scope="col">document</th><th scope="col">adopted</th><th scope="col">title</th><th scope="col">relation</th>\
      <th scope="col">through</th><th scope="col" class="number">generation</th><th scope="col" class="number">cited by</th>\
      <th scope="col" class="number">cites</th><th scope="col" class="number">PageRank</th></tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>

      """)
  }

  /// What several documents are all built on.
  var sharedTable: HTML {
    guard let common else { return "" }
    let names = common.roots.map { "<th scope=\"col\" class=\"number\">from \($0.symbol)</th>" as HTML }
    let rows = common.shared.map { item in
      let cells = item.generations.map { "<td class=\"number\">\($0)</td>" as HTML }
      return
        "<tr><th scope=\"row\">\(link(item.document))</th><td>\(item.document.adoptedOn ?? "")</td>\(cells.joined())</tr>\n"
        as HTML
    }
    return section(
      "shared", "What \(common.roots.map(\.symbol).joined(separator: " and ")) share",
      """
      <table class="sortable">
      <thead><tr><th scope="col">document</th><th scope="col">adopted</th>\(names.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>

      """)
  }

  var posteritySection: HTML {
    if ancestry.descendants.count < 2 { return "" }
    let rows = ancestry.descendants.dropFirst().map { row in
      """
      <tr><th scope="row">\(link(row.document))</th><td data-label="adopted">\(row.document.adoptedOn ?? "")</td>\
      <td class="title" dir="auto">\(row.document.title ?? "")</td><td data-label="relation">\(row.relations.map(\.words).joined(separator: ", "))</td>\
      <td data-label="generation" class="number">\(row.generation)</td></tr>

      """ as HTML
    }
    return section(
      "posterity", "What goes back to it?",
      """
      <table class="sortable">
      <thead><tr><th scope="col">document</th><th scope="col">adopted</th><th scope="col">title</th><th scope="col">relation</th>\
      <th scope="col" class="number">generation</th></tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>

      """)
  }
}

extension String {
  /// A relation's local name as words: "is guided by" for "isGuidedBy".
  var words: String {
    reduce(into: "") { words, letter in
      if letter.isUppercase { words += " " }
      words += letter.lowercased()
    }
  }
}
