import RDF

extension LineageReport {
  /// The whole report as one JSON object. Documents are named by symbol, and described once, in `ancestors` and `descendants`.
  func json() throws -> String {
    let symbols = { (documents: [DocumentCard]) in JSONValue.array(documents.map { .string($0.symbol) }) }
    let series = ancestry.series
    let members: [(String, JSONValue)] = [
      ("document", .string(ancestry.root.symbol)),
      ("ancestors", list(ancestry.ancestors)),
      ("citations", .array(ancestry.citations.map(entry))),
      ("descendants", list(ancestry.descendants)),
      ("mainPath", .array(ancestry.mainPath.map(symbols))),
      ("series", symbols(series.members)),
      ("changes", .array(series.changes.map(entry))),
      ("siblings", symbols(series.siblings)),
      (
        "gaps",
        .array(
          ancestry.gaps.map { gap in
            .object([("symbol", .string(gap.document.symbol)), ("citedBy", .integer(gap.citedBy))])
          })
      ),
      ("cycles", .array(ancestry.cycles.map(symbols))),
    ]
    let output = ByteOutput()
    try JSONValue.object(members + (common.map { [("shared", entry($0))] } ?? [])).write(to: output)
    try output.append("\n")
    return output.text
  }

  private func list(_ relatives: [Relative]) -> JSONValue {
    .array(
      relatives.map { relative in
        let document = relative.document
        return .object([
          ("symbol", .string(document.symbol)), ("iri", .string(document.iri.value)),
          ("title", .optional(document.title)), ("adoptedOn", .optional(document.adoptedOn)),
          ("year", document.year.map(JSONValue.integer) ?? .null), ("kind", .string(document.kind.rawValue)),
          ("inStore", .bool(document.isHeld)), ("generation", .integer(relative.generation)),
          ("through", .optional(relative.parent.map { relatives[$0].document.symbol })),
          ("relations", .array(relative.relations.map { .string($0) })),
          ("citedBy", .integer(relative.citedBy)), ("cites", .integer(relative.cites)),
          ("pageRank", .number(relative.pageRank)),
        ])
      })
  }

  private func entry(_ citation: Citation) -> JSONValue {
    .object([
      ("citing", .string(ancestry.ancestors[citation.citing].document.symbol)),
      ("cited", .string(ancestry.ancestors[citation.cited].document.symbol)),
      ("relations", .array(citation.relations.map { .string($0) })),
    ])
  }

  private func entry(_ change: CitationChange) -> JSONValue {
    .object([
      ("document", .string(change.text.symbol)), ("earlier", .string(change.earlier.symbol)),
      ("added", .array(change.added.map { .string($0.symbol) })),
      ("dropped", .array(change.dropped.map { .string($0.symbol) })), ("kept", .integer(change.kept)),
    ])
  }

  private func entry(_ common: CommonAncestry) -> JSONValue {
    .object([
      ("documents", .array(common.roots.map { .string($0.symbol) })),
      (
        "ancestors",
        .array(
          common.shared.map { item in
            .object([
              ("symbol", .string(item.document.symbol)),
              ("generations", .array(item.generations.map(JSONValue.integer))),
            ])
          })
      ),
    ])
  }
}
