import QueryEngine
import QuerySyntax
import RDF

/// An answer with all its rows or triples in hand.
enum FoundAnswer {
  case solutions(variables: [String], rows: [[Term?]])
  case boolean(Bool)
  case graph([Triple])

  init(_ answer: Answer) throws {
    switch answer {
    case .solutions(let solutions):
      self = .solutions(variables: solutions.variables.map(\.name), rows: try solutions.rows())
    case .boolean(let value): self = .boolean(value)
    case .graph(let stream): self = .graph(try stream.triples())
    }
  }
}
