import RDF

extension DiffReport {
  /// The whole report as one JSON object: the paragraphs of the newer document with their origins and word runs, then what was left out.
  func json() throws -> String {
    let rows = alignment.rows.map { row in
      JSONValue.object([
        ("paragraph", .string(alignment.label(row.newer))), ("change", .string(row.change.rawValue)),
        ("numbersOnly", .bool(row.differsInNumbersOnly)), ("text", .string(row.newer.text)),
        ("origins", .array(row.origins.map(entry))),
        ("words", .array((row.change == .modified ? row.diff?.runs ?? [] : []).map(entry))),
      ])
    }
    let dropped = alignment.dropped.map { passage in
      JSONValue.object([("paragraph", .string(alignment.label(passage))), ("text", .string(passage.text))])
    }
    let report = JSONValue.object([
      ("newer", .string(alignment.newer.symbol)), ("older", .string(alignment.older.symbol)),
      ("paragraphs", .array(rows)), ("dropped", .array(dropped)),
    ])
    let output = ByteOutput()
    try report.write(to: output)
    try output.append("\n")
    return output.text
  }

  private func entry(_ origin: TextAlignment.Origin) -> JSONValue {
    .object([
      ("paragraph", .string(alignment.label(origin.passage))), ("similarity", .number(origin.similarity)),
      ("verbShift", .bool(origin.isVerbShift)), ("move", .bool(origin.isMove)),
    ])
  }

  private func entry(_ run: WordDiff.Run) -> JSONValue {
    .object([("kind", .string(run.kind.rawValue)), ("text", .string(run.text))])
  }
}
