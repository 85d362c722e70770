import Diagnostics

/// An ancestry as something to read.
///
/// To add a form, write a file beside this one and a line in `forms`.
public struct LineageReport: Sendable {
  /// A form of the report by name.
  public struct Form: Sendable {
    public let name: String
    public let render: @Sendable (LineageReport) -> String
  }

  public let ancestry: Ancestry
  /// Where the ancestry is compared with others.
  public let common: CommonAncestry?

  public init(_ ancestry: Ancestry, common: CommonAncestry? = nil) {
    self.ancestry = ancestry
    self.common = common
  }

  public static let forms = [
    Form(name: "text") { $0.text },
    Form(name: "markdown") { $0.markdown },
  ]

  /// - Throws: an error with the nearest name that exists.
  public static func form(named name: String) throws -> Form {
    if let form = forms.first(where: { $0.name == name }) { return form }
    let names = forms.map(\.name)
    throw Diagnostic.error(
      "unknown report format '\(name)'",
      hint: Suggestion.hint(for: name, among: names) ?? "one of \(names.joined(separator: ", "))",
      exitStatus: 2)
  }

  /// The figures in one sentence.
  var summary: String {
    let count = ancestry.ancestors.count - 1
    let direct = ancestry.ancestors.count { $0.generation == 1 }
    let gaps = ancestry.gaps.count
    return "Goes back to \(counted(count, "document")) in \(counted(ancestry.depth, "generation")): "
      + "\(direct) cited directly, \(count - direct) inherited; \(gaps) of them not in the store. "
      + "\(counted(ancestry.descendants, "document")) in the store \(ancestry.descendants == 1 ? "goes" : "go") back to it."
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension DocumentCard {
  /// "A/RES/73/27 (2018-12-05)".
  var dated: String { adoptedOn.map { "\(symbol) (\($0))" } ?? symbol }
}
