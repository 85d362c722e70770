import RDF

extension Printer {
  mutating func write(_ group: GroupTree) {
    braces { printer in
      switch group {
      case .subSelect(let query):
        printer.line()
        printer.write(query)
      case .elements(let elements):
        for element in elements { printer.write(element.node) }
      }
    }
  }

  private mutating func write(_ element: PatternTree) {
    if case .triples(let triples) = element { return write(triples: triples) }
    line()
    switch element {
    case .triples: break
    case .filter(let condition): write("FILTER (" + text(of: condition.node) + ")")
    case .bind(let expression, let variable): write("BIND (\(text(of: expression.node)) AS \(variable.node))")
    case .optional(let group):
      write("OPTIONAL ")
      write(group.node)
    case .minus(let group):
      write("MINUS ")
      write(group.node)
    case .union(let groups): write(groups, separator: " UNION ") { $0.write($1.node) }
    case .graph(let name, let group):
      write("GRAPH \(text(of: name.node)) ")
      write(group.node)
    case .service(let name, let group, let silent):
      write("SERVICE \(silent ? "SILENT " : "")\(text(of: name.node)) ")
      write(group.node)
    case .values(let data): write(data)
    }
  }

  mutating func write(_ data: InlineData) {
    write("VALUES (")
    write(data.variables, separator: " ") { $0.write($1.node.description) }
    write(") ")
    let prefixes = prefixes
    braces { printer in
      for row in data.rows {
        printer.line()
        printer.write("(")
        printer.write(row, separator: " ") { $0.write($1?.text(prefixes: prefixes) ?? "UNDEF") }
        printer.write(")")
      }
    }
  }

  /// One line for each subject.
  mutating func write(triples: [TriplesTree]) {
    for triple in triples {
      line()
      write(text(of: triple.subject.node))
      if !triple.properties.isEmpty { write(" " + text(of: triple.properties)) }
      write(" .")
    }
  }

  func text(of node: NodeTree) -> String {
    switch node {
    case .variable(let variable): return variable.description
    case .term(let term): return term.text(prefixes: prefixes)
    case .label(let label): return "_:" + label
    case .blank(let properties): return properties.isEmpty ? "[]" : "[ " + text(of: properties) + " ]"
    case .collection(let items): return "( " + items.map { text(of: $0.node) }.joined(separator: " ") + " )"
    }
  }

  func text(of verb: PropertyTree.Verb) -> String {
    switch verb {
    case .variable(let variable): variable.description
    case .path(let path): text(of: path)
    }
  }

  private func text(of properties: [PropertyTree]) -> String {
    properties.map { property in
      text(of: property.verb.node) + " " + property.objects.map { text(of: $0.node) }.joined(separator: ", ")
    }.joined(separator: " ; ")
  }
}
