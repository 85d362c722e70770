import Diagnostics
import RDF

/// An ancestry as something to read, or for other tools.
///
/// To add a form, write a file beside this one and a line in `forms`.
public struct LineageReport: Sendable {
  /// A form of the report by name.
  public struct Form: Sendable {
    public let name: String
    /// The usual extension of its files, without the dot.
    public let fileExtension: String
    /// The whole report as UTF-8 text; an error where the form cannot hold what a document says.
    public let render: @Sendable (LineageReport) throws -> String
  }

  public let ancestry: Ancestry
  /// Where the ancestry is compared with others.
  public let common: CommonAncestry?
  /// Its paragraphs beside those of an earlier text, for the page.
  public let wording: TextAlignment?
  /// Of its paragraphs, the versions of their language in the whole ancestry, for the page.
  public let versions: [IRI: [ParagraphVersion]]
  /// Whether the text form uses a terminal's colours.
  public var isColoured = false

  public init(
    _ ancestry: Ancestry, common: CommonAncestry? = nil, wording: TextAlignment? = nil,
    versions: [IRI: [ParagraphVersion]] = [:]
  ) {
    self.ancestry = ancestry
    self.common = common
    self.wording = wording
    self.versions = versions
  }

  public static let forms = [
    Form(name: "text", fileExtension: "txt") { $0.text },
    Form(name: "markdown", fileExtension: "md") { $0.markdown },
    Form(name: "html", fileExtension: "html") { $0.html },
    Form(name: "json", fileExtension: "json") { try $0.json() },
    Form(name: "dot", fileExtension: "dot") { try $0.graph(format: "dot") },
    Form(name: "graphml", fileExtension: "graphml") { try $0.graph(format: "graphml") },
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

  /// The form of a file by its extension; nil where it says nothing.
  public static func form(path: String) -> Form? {
    forms.first { path.lowercased().hasSuffix("." + $0.fileExtension) }
  }

  /// The figures in a few sentences.
  var summary: String {
    let count = ancestry.ancestors.count - 1
    let direct = ancestry.ancestors.count(where: \.isDirect)
    let gaps = ancestry.gaps.count
    let descendants = ancestry.descendants.count - 1
    return "Goes back to \(counted(count, "document")) in \(counted(ancestry.depth, "generation")): "
      + "\(direct) cited directly, \(count - direct) inherited; \(gaps) of them not in the store. "
      + "\(counted(descendants, "document")) in the store \(descendants == 1 ? "goes" : "go") back to it."
  }

  func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension DocumentCard {
  /// "A/RES/73/27 (2018-12-05)".
  var dated: String { adoptedOn.map { "\(symbol) (\($0))" } ?? symbol }
}

extension [DocumentCard] {
  /// The documents of each kind that occurs, resolutions first.
  var byKind: [[DocumentCard]] {
    DocumentCard.Kind.allCases.map { kind in filter { $0.kind == kind } }.filter { !$0.isEmpty }
  }

  /// "A/65/201, A/68/98".
  var symbols: String { map(\.symbol).joined(separator: ", ") }
}
