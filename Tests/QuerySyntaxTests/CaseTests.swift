import Diagnostics
import QuerySyntax
import RDF
import Testing

@Suite("Cases in plain files")
struct CaseTests {
  /// The picture of the error, whole.
  @Test func errors() throws {
    try CaseFile("errors.txt").check { text throws in
      do {
        _ = try SPARQL.parse(SourceText(name: "query", text: text))
        return "no error"
      } catch let error as Diagnostic {
        return error.exitStatus == 2 ? error.description : "exit status \(error.exitStatus)"
      }
    }
  }

  @Test func updateErrors() throws {
    try CaseFile("update-errors.txt").check { text throws in
      do {
        _ = try SPARQL.parseUpdate(SourceText(name: "update", text: text))
        return "no error"
      } catch let error as Diagnostic {
        return error.exitStatus == 2 ? error.description : "exit status \(error.exitStatus)"
      }
    }
  }

  /// The translation of §18.2, as nested lists.
  @Test func algebra() throws {
    try CaseFile("algebra.txt").check { text throws in
      do {
        return try SPARQL.parse(SourceText(name: "query", text: text)).algebra.description
      } catch let error as Diagnostic {
        return error.description
      }
    }
  }

  /// The layout that the printer gives.
  @Test func printing() throws {
    try CaseFile("printing.txt").check { text throws in
      do {
        let tree = try SPARQL.parseTree(SourceText(name: "query", text: text))
        let printed = tree.description
        let again = try SPARQL.parseTree(SourceText(name: "printed", text: printed))
        return again == tree ? printed : "another tree:\n\(printed)"
      } catch let error as Diagnostic {
        return error.description
      }
    }
  }
}
