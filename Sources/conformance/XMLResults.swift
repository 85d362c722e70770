import Diagnostics
import RDF
import XML

/// SPARQL Query Results XML Format (W3C 2013), as tests give expected answers.
enum XMLResults {
  static func read(_ path: String) throws -> ExpectedAnswer {
    let root = try XMLDocument(xml: Array(contents(path).utf8), name: path).root
    if let boolean = root.first("boolean") { return .boolean(boolean.text.contains("true")) }
    let variables = root.first("head")?.all("variable").compactMap { $0["name"] } ?? []
    let rows = root.all("result").map { result in
      variables.map { name in
        result.elements.first { $0["name"] == name }?.elements.first.flatMap(term)
      }
    }
    return .solutions(variables: variables, rows: rows, isOrdered: false, isText: false)
  }

  private static func term(_ node: XMLNode) -> Term? {
    switch node.name {
    case "uri": return .iri(node.text)
    case "bnode": return .blank(BlankNode(node.text))
    case "literal":
      if let language = node["lang"] ?? node["xml:lang"] {
        return .literal(Literal(node.text, language: language))
      }
      return .literal(Literal(node.text, datatype: node["datatype"].map(IRI.init) ?? XSD.string))
    default: return nil
    }
  }
}
