import Diagnostics
import RDF

/// The answer that a test wants, read from any of the forms that the suites use.
enum ExpectedAnswer {
  /// `isOrdered`: rows must come in this order. `isText`: terms are only known by their characters (CSV).
  case solutions(variables: [String], rows: [[Term?]], isOrdered: Bool, isText: Bool)
  case boolean(Bool)
  case graph([Triple])

  static func read(_ path: String) throws -> ExpectedAnswer {
    switch path.split(separator: ".").last {
    case "srx": return try XMLResults.read(path)
    case "srj": return try JSONResults.read(path)
    case "csv": return try CSVResults.read(path)
    case "tsv": return try TSVResults.read(path)
    default: return try ResultSetGraph.read(path)
    }
  }

  /// What differs, drawn for a reader; nil where `found` is what is wanted. With `isLax` (REDUCED) rows may be given fewer
  /// times than expected, but at least once.
  func difference(from found: FoundAnswer, isLax: Bool = false) -> String? {
    switch (self, found) {
    case (.boolean(let wanted), .boolean(let value)):
      return wanted == value ? nil : "expected \(wanted), found \(value)"
    case (.graph(let wanted), .graph(let triples)):
      let (left, right) = (Set(wanted).map { Quad($0) }, triples.map { Quad($0) })
      if Isomorphism.areEqual(left.map(\.terms), right.map(\.terms)) { return nil }
      return "expected\n\(left.lines)\nfound\n\(right.lines)"
    case (.solutions(let names, let wanted, let isOrdered, let isText), .solutions(let variables, let rows)):
      let aligned = rows.map { row in
        names.map { name in
          variables.firstIndex(of: name).flatMap { row[$0] }.map { isText ? $0 : $0.comparable }
        }
      }
      let wanted = isText ? wanted : wanted.map { $0.map { $0?.comparable } }
      let texts = isText ? aligned.map { $0.map(ExpectedAnswer.characters) } : aligned
      let same =
        isLax
        ? Set(texts) == Set(wanted) && texts.count <= wanted.count
        : isOrdered
          ? texts.count == wanted.count && Isomorphism.areEqual(ordered(texts), ordered(wanted))
          : Isomorphism.areEqual(texts, wanted)
      if same, Set(names) == Set(variables) { return nil }
      return "expected \(names)\n\(lines(wanted))\nfound \(variables)\n\(lines(texts))"
    default: return "expected \(self), found \(found)"
    }
  }

  /// Rows with their number, so that comparing them as a set compares their order too.
  private func ordered(_ rows: [[Term?]]) -> [[Term?]] {
    rows.enumerated().map { $1 + [.integer($0)] }
  }

  private func lines(_ rows: [[Term?]]) -> String {
    rows.map { row in row.map { $0?.description ?? "-" }.joined(separator: "  ") }.sorted()
      .joined(separator: "\n")
  }

  /// A term as CSV shows it.
  static func characters(_ term: Term?) -> Term? {
    switch term {
    case .iri(let iri): .string(iri.value)
    case .blank(let node): .blank(node)
    case .literal(let literal): .string(literal.lexical)
    case nil: .string("")
    }
  }
}
