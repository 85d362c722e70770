import Diagnostics
import QueryEngine
import QuerySyntax
import RDF

/// One way to write an answer: a name for `--format` and `.mode`, and the writer behind it.
///
/// To add a format, write a file beside this one and a line in `all`.
public struct ResultFormat: Sendable {
  public let name: String
  public let summary: String
  /// Writes the whole answer and gives the number of rows or triples.
  let write: @Sendable (Answer, ByteOutput, ResultStyle) throws -> Int

  public static let all: [ResultFormat] = [
    .table, .chain, .csv, .tsv, .json, .xml, .turtle, .ntriples, .rdfxml,
  ]

  /// The format called `name`.
  ///
  /// - Throws: an error with the nearest name that exists.
  public static func named(_ name: String) throws -> ResultFormat {
    if let format = all.first(where: { $0.name == name }) { return format }
    let names = all.map(\.name)
    throw Diagnostic.error(
      "unknown format '\(name)'",
      hint: Suggestion.hint(for: name, among: names) ?? "one of \(names.joined(separator: ", "))",
      exitStatus: 2)
  }

  /// What the answer to `query` is written as when nobody says: a table for a person, or a chain where it is paths; CSV for a
  /// program, Turtle for triples.
  public static func fitting(_ answer: Answer, to query: Query, terminal: Bool) -> ResultFormat {
    if case .graph = answer { return .turtle }
    if !terminal { return .csv }
    if case .paths = query.form { return .chain }
    return .table
  }
}

/// What a writer may use to make an answer readable.
public struct ResultStyle: Sendable {
  public var prefixes: PrefixMap
  /// Columns of the terminal; nil where no person looks.
  public var width: Int?
  /// Whether the rows are edges of paths.
  public var holdsPaths: Bool

  public init(prefixes: PrefixMap = .standard, width: Int? = nil, holdsPaths: Bool = false) {
    self.prefixes = prefixes
    self.width = width
    self.holdsPaths = holdsPaths
  }
}

extension ResultFormat {
  /// A format that writes cell by cell; triples are rows of subject, predicate, object.
  static func tabular<Writer: RowWriter>(
    _ name: String, _ summary: String, _ writer: Writer.Type
  ) -> ResultFormat {
    ResultFormat(name: name, summary: summary) { answer, output, style in
      var writer = Writer(output: output, style: style)
      return try writer.write(answer)
    }
  }

  static func refusal(_ name: String, of kind: String, use: String) -> Diagnostic {
    .error("format '\(name)' cannot hold \(kind)", hint: "use \(use)", exitStatus: 2)
  }
}
