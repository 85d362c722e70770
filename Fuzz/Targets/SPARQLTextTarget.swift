import Diagnostics
import Queries
import QuerySyntax

extension FuzzTarget {
  /// A query or update that parses prints as a text that parses to the same tree. The first byte chooses between bytes of a text and
  /// choices of which a query is made.
  static let sparqlText = FuzzTarget(
    name: "sparql-text", summary: "SPARQL text: parse, print, parse again", maxLength: 200,
    words: [
      "SELECT ", "DISTINCT ", "REDUCED ", "* ", "WHERE ", "{", "}", "(", ")", "[", "]", "?a ", "$b ", ":p ",
      "a ", "<x> ", "_:b ", "\"s\"", "'''", "\"\"\"",
      "@en", "^^", "1", "1.5", "1e0", "-", "+", "*", "/", "|", "^", "!", "&&", "||", "=", "!=", "<=", ">=",
      ";", ",", ".", "FILTER ", "OPTIONAL ",
      "UNION ", "MINUS ", "GRAPH ", "BIND(", " AS ", "VALUES ", "UNDEF", "EXISTS ", "NOT EXISTS ", "IN ",
      "NOT IN ", "GROUP BY ", "HAVING ",
      "ORDER BY ", "ASC(", "DESC(", "LIMIT ", "OFFSET ", "ASK ", "CONSTRUCT ", "DESCRIBE ", "FROM ", "NAMED ",
      "PREFIX ", "BASE ", "COUNT(", "SUM(",
      "GROUP_CONCAT(", "; SEPARATOR=", "PATHS ", "SHORTEST ", "ALL ", "CYCLIC ", "START ", "END ", "VIA ",
      "MAX LENGTH ", "INSERT ", "DELETE ", "DATA ",
      "LOAD ", "CLEAR ", "DROP ", "CREATE ", "ADD ", "MOVE ", "COPY ", "TO ", "INTO ", "SILENT ", "DEFAULT",
      "USING ", "WITH ", "REGEX(", "IF(",
      "COALESCE(", "BNODE()", "true", "false", "\\u0041", "\\U0001F600", "#", "SERVICE ",
    ],
    seeds: {
      let texts =
        QueryLibrary.all.map(\.text) + [
          "SELECT ?r { ?r :recalls+ <A/RES/53/70> }", "ASK { ?a (:p|^:q)*/!(:r|^a) ?b }",
          "DESCRIBE <x> ?a WHERE { ?a ?b 'c'@en }",
          "CONSTRUCT { ?a :p [ :q (1 2.5 1e3) ] } WHERE { ?a :p ?b OPTIONAL { ?b :q ?c FILTER(?c > 1 && !BOUND(?d)) } }",
          "SELECT (COUNT(DISTINCT ?a) AS ?n) ?b { { ?a :p ?b } UNION { ?b :q ?a } MINUS { ?a :r ?b } } GROUP BY ?b HAVING(COUNT(*) > 1) ORDER BY DESC(?n) LIMIT 5",
          "SELECT * { VALUES (?a ?b) { (1 UNDEF) (:x 'y') } BIND(IF(?a = 1, 'x', ?b) AS ?c) GRAPH ?g { ?a ?b ?c } }",
          "PATHS ALL START ?s = :a END ?e { ?e a :B } VIA ?p MAX LENGTH 3 LIMIT 2",
          "INSERT DATA { :a :b :c GRAPH :g { :a :b 1 } }",
          "WITH :g DELETE { ?a :p ?b } INSERT { ?a :q ?b } USING NAMED :h WHERE { ?a :p ?b } ; CLEAR SILENT ALL ; COPY DEFAULT TO :g",
        ]
      return texts.map { [0] + Array($0.utf8) }
    },
    start: {
      { input in
        var choices = Choices(input)
        var made = MadeQuery()
        let text =
          choices.chance(25) ? made.query(&choices) : String(decoding: choices.rest, as: UTF8.self)
        _ = SPARQL.isComplete(text)
        let source = SourceText(name: "query", text: text)
        if let tree = try? SPARQL.parseTree(source) {
          let printed = tree.sparql()
          let again = try? SPARQL.parseTree(SourceText(name: "printed", text: printed))
          require(again == tree, "prints as another query:\n\(printed)")
          _ = try SPARQL.parse(source).algebra.description
        } else if let tree = try? SPARQL.parseUpdateTree(source) {
          let printed = tree.sparql()
          let again = try? SPARQL.parseUpdateTree(SourceText(name: "printed", text: printed))
          require(again == tree, "prints as another request:\n\(printed)")
          _ = try SPARQL.parseUpdate(source)
        }
      }
    })
}
