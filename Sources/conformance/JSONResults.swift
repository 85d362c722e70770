import Diagnostics
import Foundation
import RDF

/// SPARQL 1.1 Query Results JSON Format (W3C 2013), as tests give expected answers.
enum JSONResults {
  private struct File: Decodable {
    struct Head: Decodable { let vars: [String]? }
    struct Results: Decodable { let bindings: [[String: Cell]] }
    struct Cell: Decodable {
      let type: String
      let value: String
      let datatype: String?
      let language: String?

      enum CodingKeys: String, CodingKey {
        case type
        case value
        case datatype
        case language = "xml:lang"
      }
    }

    let head: Head
    let results: Results?
    let boolean: Bool?
  }

  static func read(_ path: String) throws -> ExpectedAnswer {
    let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    if let boolean = file.boolean { return .boolean(boolean) }
    let variables = file.head.vars ?? []
    let rows = (file.results?.bindings ?? []).map { row in variables.map { row[$0].map(term) } }
    return .solutions(variables: variables, rows: rows, isOrdered: false, isText: false)
  }

  private static func term(_ cell: File.Cell) -> Term {
    switch cell.type {
    case "uri": return .iri(cell.value)
    case "bnode": return .blank(BlankNode(cell.value))
    default:
      if let language = cell.language { return .literal(Literal(cell.value, language: language)) }
      return .literal(Literal(cell.value, datatype: cell.datatype.map { IRI($0) } ?? XSD.string))
    }
  }
}
