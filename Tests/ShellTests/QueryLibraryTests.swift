import Diagnostics
import Glibc
import QueryEngine
import QuerySyntax
import RDF
import Testing
import TripleStore

@testable import Queries
@testable import Shell

@Suite struct QueryLibraryTests {
  @Test("every file is listed, once, and says what it answers")
  func list() throws {
    let folder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Queries/Library"
    let names = files(in: folder).filter { $0.hasSuffix(".rq") }.map { String($0.dropLast(3)) }.sorted()
    #expect(QueryLibrary.all.map(\.name) == names)
    for query in QueryLibrary.all { #expect(!query.summary.isEmpty) }
  }

  @Test("every query parses with its defaults", arguments: QueryLibrary.all.map(\.name))
  func parses(name: String) throws {
    let query = try QueryLibrary.query(named: name)
    let source = try query.source()
    for parameter in query.parameters { #expect(!source.text.contains("$\(parameter.name)")) }
    _ = try SPARQL.parse(source)
  }

  @Test(
    "what people type becomes a term of the parameter's kind",
    arguments: [
      ("<A/RES/73/27>", "A/RES/43/78 H", "<A/RES/43/78H>"), ("<A/RES/73/27>", "<http://x/y>", "<http://x/y>"),
      (":recalls", "endorses", ":endorses"), (":recalls", "cito:cites", "cito:cites"),
      ("\"x\"", "a \"b\" \\", #""a \"b\" \\""#),
      ("2015", "-3", "-3"), ("\"2015-01-01\"^^xsd:date", "2018-12-05", "\"2018-12-05\"^^xsd:date"),
    ])
  func terms(defaultTerm: String, typed: String, expected: String) throws {
    let parameter = try #require(QueryParameter(declaration: "it \(defaultTerm) what it is"))
    #expect(parameter.summary == "what it is")
    try #expect(parameter.term(for: typed) == expected)
  }

  @Test(
    "what no term can be made of is refused",
    arguments: [
      ("<A/RES/73/27>", "a> } DELETE {"), ("<A/RES/73/27>", ""), (":recalls", "a b"), ("2015", "many"),
      ("\"2015-01-01\"^^xsd:date", "yesterday"),
    ])
  func refused(defaultTerm: String, typed: String) throws {
    let parameter = try #require(QueryParameter(declaration: "it \(defaultTerm) what it is"))
    #expect(throws: Diagnostic.self) { try parameter.term(for: typed) }
  }

  @Test("parameters are filled in outside strings, IRIs and comments only")
  func template() {
    let text = "# $x\nSELECT * { $x ?p \"$x\", '''$x''', <$x>, $xx FILTER(1 < $x) }"
    #expect(
      QueryTemplate(text).filled(with: ["x": "<A>"])
        == "# $x\nSELECT * { <A> ?p \"$x\", '''$x''', <$x>, $xx FILTER(1 < <A>) }")
  }

  @Test("unknown names and keys get the nearest as a hint")
  func suggestions() throws {
    #expect(
      throws: Diagnostic.error(
        "no query 'recals' in the library", hint: "did you mean 'recalls'?", exitStatus: 2)
    ) {
      try QueryLibrary.query(named: "recals")
    }
    let query = try QueryLibrary.query(named: "recalls")
    #expect(
      throws: Diagnostic.error(
        "query 'recalls' has no parameter 'documnt'", hint: "did you mean 'document'?", exitStatus: 2)
    ) {
      try query.source(arguments: ["documnt=A/1"])
    }
  }

  private func files(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}
