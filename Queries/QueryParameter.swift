import Diagnostics

/// A parameter of a library query; the form of its default says what kind of term it takes.
///
///     # param: document <A/RES/73/27> the document that recalls
public struct QueryParameter: Sendable {
  enum Kind: Sendable {
    /// `<A/RES/73/27>`: a document's symbol or an IRI.
    case iri
    /// `:recalls`: a name, with or without its prefix.
    case name
    /// `"cyber"`
    case text
    /// `2015`
    case integer
    /// `"2015-01-01"^^xsd:date`
    case date
  }

  public let name: String
  public let summary: String
  /// The default as it stands in SPARQL.
  let defaultTerm: String
  let kind: Kind

  /// Reads `name default description`; nil where the default is not a term.
  init?(declaration: Substring) {
    let parts = declaration.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard parts.count == 2 else { return nil }
    let rest = parts[1].drop { $0 == " " }
    let end: Substring.Index
    if rest.hasPrefix("\"") {
      let close = rest.dropFirst().firstIndex(of: "\"") ?? rest.startIndex
      end = rest[close...].firstIndex(of: " ") ?? rest.endIndex
    } else {
      end = rest.firstIndex(of: " ") ?? rest.endIndex
    }
    name = String(parts[0])
    defaultTerm = String(rest[..<end])
    summary = String(rest[end...].drop { $0 == " " })
    switch rest.first {
    case "<": kind = .iri
    case "\"": kind = defaultTerm.hasSuffix("^^xsd:date") ? .date : .text
    case .some(let first) where first.isNumber: kind = .integer
    default:
      guard defaultTerm.contains(":") else { return nil }
      kind = .name
    }
  }

  /// The default as one would type it.
  var shownDefault: String {
    switch kind {
    case .iri: String(defaultTerm.dropFirst().dropLast())
    case .name: defaultTerm.hasPrefix(":") ? String(defaultTerm.dropFirst()) : defaultTerm
    case .text, .integer: defaultTerm
    case .date: String(defaultTerm.dropFirst().prefix(10))
    }
  }

  /// What somebody typed as a term of this parameter's kind, in SPARQL.
  ///
  /// - Throws: an error that says what was expected.
  func term(for value: String) throws -> String {
    switch kind {
    case .iri: return try QueryParameter.documentTerm(value)
    case .name:
      if value.hasPrefix("<") { return try QueryParameter.documentTerm(value) }
      let name = value.contains(":") ? value : ":" + value
      if QueryParameter.isPrefixedName(name) { return name }
      throw wrong(value, "a name such as \(defaultTerm)")
    case .text: return QueryParameter.quoted(value)
    case .integer:
      if let number = Int(value) { return String(number) }
      throw wrong(value, "a whole number")
    case .date:
      let shape = value.utf8.map {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) ? UInt8(ascii: "0") : $0
      }
      if shape.elementsEqual("0000-00-00".utf8) { return "\"\(value)\"^^xsd:date" }
      throw wrong(value, "a date such as 2018-12-05")
    }
  }

  /// A document's symbol ("A/RES/43/78 H"), a prefixed name or an IRI as SPARQL writes it.
  ///
  /// - Throws: an error where the text holds what no IRI can.
  public static func documentTerm(_ value: String) throws -> String {
    var iri = value.hasPrefix("<") && value.hasSuffix(">") ? String(value.dropFirst().dropLast()) : value
    if iri == value, isPrefixedName(value) { return value }
    iri.removeAll { $0 == " " }
    let isLegal = iri.unicodeScalars.allSatisfy {
      $0.value > 0x20 && !"<>\"{}|^`\\".unicodeScalars.contains($0)
    }
    if iri.isEmpty || !isLegal {
      throw Diagnostic.error(
        "expected a document's symbol or an IRI, found '\(value)'", hint: "for instance A/RES/73/27",
        exitStatus: 2)
    }
    return "<\(iri)>"
  }

  private static func isPrefixedName(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[1].isEmpty
      && text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ":"):
          true
        default: false
        }
      }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private func wrong(_ value: String, _ expected: String) -> Diagnostic {
    .error("parameter '\(name)': expected \(expected), found '\(value)'", exitStatus: 2)
  }
}
