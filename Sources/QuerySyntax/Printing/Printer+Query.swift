import RDF

extension Printer {
  mutating func write(_ declarations: [Declaration]) {
    for declaration in declarations {
      switch declaration {
      case .base(let iri): write("BASE \(iri)")
      case .prefix(let prefix, let iri): write("PREFIX \(prefix): \(iri)")
      }
      line()
    }
  }

  mutating func write(_ tree: QueryTree) {
    switch tree.clause.node {
    case .select(let clause): write(clause)
    case .ask: write("ASK")
    case .construct(let template):
      write("CONSTRUCT")
      if let template {
        write(" ")
        braces { $0.write(triples: template) }
      }
    case .describe(let nodes):
      write("DESCRIBE")
      if let nodes { nodes.forEach { write(" " + self.text(of: $0.node)) } } else { write(" *") }
    case .paths(let clause):
      write(clause, tree.dataset)
      return write(tree.modifiers)
    }
    write(tree.dataset, keyword: "FROM")
    if let pattern = tree.pattern {
      line()
      write("WHERE ")
      write(pattern.node)
    }
    write(tree.modifiers)
    if let values = tree.values {
      line()
      write(values)
    }
  }

  mutating func write(_ clauses: [GraphClause], keyword: String) {
    for clause in clauses {
      line()
      write("\(keyword) \(clause.isNamed ? "NAMED " : "")\(clause.graph.text(prefixes: prefixes))")
    }
  }

  private mutating func write(_ clause: SelectClause) {
    write("SELECT")
    switch clause.duplicates {
    case .kept: break
    case .distinct: write(" DISTINCT")
    case .reduced: write(" REDUCED")
    }
    guard let items = clause.items else { return write(" *") }
    for item in items {
      write(" ")
      write(item.expression, as: item.variable.node)
    }
  }

  private mutating func write(_ modifiers: SolutionModifiers) {
    if !modifiers.groupBy.isEmpty {
      line()
      write("GROUP BY")
      for key in modifiers.groupBy {
        write(" ")
        if let name = key.variable {
          write(key.expression, as: name.node)
        } else {
          writeKey(key.expression.node)
        }
      }
    }
    if !modifiers.having.isEmpty {
      line()
      write("HAVING")
      for condition in modifiers.having { write(" (" + text(of: condition.node) + ")") }
    }
    if !modifiers.orderBy.isEmpty {
      line()
      write("ORDER BY")
      for key in modifiers.orderBy {
        write(" ")
        if key.descending {
          write("DESC(" + text(of: key.expression.node) + ")")
        } else {
          writeKey(key.expression.node)
        }
      }
    }
    if let limit = modifiers.limit {
      line()
      write("LIMIT \(limit)")
    }
    if let offset = modifiers.offset {
      line()
      write("OFFSET \(offset)")
    }
  }

  /// A plain variable, or `(expression AS ?v)`.
  private mutating func write(_ expression: Ranged<ExpressionTree>?, as variable: Variable) {
    guard let expression else { return write(variable.description) }
    write("(\(text(of: expression.node)) AS \(variable))")
  }

  private mutating func writeKey(_ expression: ExpressionTree) {
    write(expression.isVariable ? text(of: expression) : "(" + text(of: expression) + ")")
  }
}
