import Diagnostics

/// Two documents beside each other as something to read.
///
/// To add a form, write a file beside this one and a line in `forms`.
public struct DiffReport: Sendable {
  /// A form of the report by name.
  public struct Form: Sendable {
    public let name: String
    public let render: @Sendable (DiffReport) throws -> String
  }

  public let alignment: TextAlignment
  /// Whether the text form uses a terminal's colours.
  public var isColoured = false

  public init(_ alignment: TextAlignment) { self.alignment = alignment }

  public static let forms = [
    Form(name: "text") { $0.text },
    Form(name: "markdown") { $0.markdown },
    Form(name: "json") { try $0.json() },
  ]

  /// - Throws: an error with the nearest name that exists.
  public static func form(named name: String) throws -> Form {
    if let form = forms.first(where: { $0.name == name }) { return form }
    let names = forms.map(\.name)
    throw Diagnostic.error(
      "unknown diff format '\(name)'",
      hint: Suggestion.hint(for: name, among: names) ?? "one of \(names.joined(separator: ", "))",
      exitStatus: 2)
  }

  /// "27 paragraphs: 2 identical, 9 modified (1 verb shift, 1 move, 2 in numbers only), 16 new; 22 of A/RES/73/27 left out."
  var summary: String {
    let rows = alignment.rows
    let counts = TextAlignment.Change.allCases.map { change in
      let ofKind = rows.filter { $0.change == change }
      let notes = [
        counted(ofKind.count { $0.origins.first?.isVerbShift == true }, "verb shift"),
        counted(ofKind.count { $0.origins.first?.isMove == true }, "move"), inNumbersOnly(ofKind),
      ].compactMap(\.self)
      return "\(ofKind.count) \(change.rawValue)"
        + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
    }
    return "\(rows.count) paragraphs: \(counts.joined(separator: ", ")); "
      + "\(alignment.dropped.count) of \(alignment.older.symbol) left out."
  }

  private func inNumbersOnly(_ rows: [TextAlignment.Row]) -> String? {
    let count = rows.count { $0.differsInNumbersOnly }
    return count == 0 ? nil : "\(count) in numbers only"
  }

  private func counted(_ count: Int, _ noun: String) -> String? {
    count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// "modified 0.955, verb shift, from pp9".
  func note(on row: TextAlignment.Row) -> String {
    guard let origin = row.origins.first else { return row.change.rawValue }
    return "\(origin.note(in: row.newer)), from "
      + row.origins.map { alignment.label($0.passage) }.joined(separator: " and ")
  }
}
