import Export
import QueryEngine
import RDF

extension ResultFormat {
  static let ntriples = graph("ntriples", "N-Triples, for CONSTRUCT and DESCRIBE") { output, _ in
    LineWriter(to: output)
  }

  static let turtle = graph("turtle", "Turtle, for CONSTRUCT and DESCRIBE") { output, style in
    try TurtleWriter(to: output, prefixes: style.prefixes)
  }

  static let rdfxml = graph("rdfxml", "RDF/XML, for CONSTRUCT and DESCRIBE") { output, style in
    try RDFXMLWriter(to: output, name: "answer", prefixes: style.prefixes)
  }

  /// A format that holds triples and nothing else.
  private static func graph<Writer: QuadWriter & SendableMetatype>(
    _ name: String, _ summary: String, _ make: @escaping @Sendable (ByteOutput, ResultStyle) throws -> Writer
  ) -> ResultFormat {
    ResultFormat(name: name, summary: summary) { answer, output, style in
      guard case .graph(let triples) = answer else {
        throw refusal(name, of: "rows", use: "csv, tsv, json or xml")
      }
      var writer = try make(output, style)
      var count = 0
      try triples.forEach { subject, predicate, object in
        try writer.add(subject: subject, predicate: predicate, object: object, graph: nil)
        count += 1
      }
      try writer.finish()
      return count
    }
  }
}
