import Diagnostics

/// A query of the library: SPARQL in which `$name` stands for a parameter.
public struct LibraryQuery: Sendable {
  public let name: String
  /// What it answers: the file's first line.
  public let summary: String
  public let parameters: [QueryParameter]
  /// The file as written; it is plain SPARQL 1.1, since `$name` is a variable there.
  public let text: String

  init(_ name: String, _ bytes: [UInt8]) {
    self.init(name: name, text: String(decoding: bytes, as: UTF8.self))
  }

  /// Reads `# what it answers` and the `# param: name default description` lines.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
    // By bytes, and no further than the comments: the whole library is read whenever the tool starts.
    var head: [Substring] = []
    var rest = text[...]
    while rest.utf8.first == UInt8(ascii: "#") {
      let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      head.append(rest[..<end].drop { $0 == "#" || $0 == " " })
      rest = rest[end...].dropFirst()
    }
    summary = head.first.map { String($0) } ?? ""
    parameters = head.compactMap {
      $0.hasPrefix("param:") ? QueryParameter(declaration: $0.dropFirst(6)) : nil
    }
  }

  /// The query with its parameters filled in: from `key=value` words where given, otherwise with their defaults.
  ///
  /// - Throws: an error for a word that is not `key=value`, an unknown key, or a value of the wrong kind.
  public func source(arguments: [String] = []) throws -> SourceText {
    var values: [String: String] = [:]
    for parameter in parameters { values[parameter.name] = parameter.defaultTerm }
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw Diagnostic.error("expected key=value after '\(name)', found '\(argument)'", exitStatus: 2)
      }
      let key = String(parts[0])
      guard let parameter = parameters.first(where: { $0.name == key }) else {
        throw Diagnostic.error(
          "query '\(name)' has no parameter '\(key)'",
          hint: Suggestion.hint(for: key, among: parameters.map(\.name)) ?? parameterHint, exitStatus: 2)
      }
      values[key] = try parameter.term(for: String(parts[1]))
    }
    return SourceText(name: name, text: QueryTemplate(text).filled(with: values))
  }

  private var parameterHint: String {
    parameters.isEmpty ? "it takes none" : "it has \(parameters.map(\.name).joined(separator: ", "))"
  }
}
