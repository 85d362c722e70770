import RDF

extension Printer {
  /// PATHS with its FROM clauses, up to MAX LENGTH.
  mutating func write(_ clause: PathsClause, _ dataset: [GraphClause]) {
    write("PATHS \(clause.selection.rawValue)" + (clause.isCyclic ? " CYCLIC" : ""))
    write(dataset, keyword: "FROM")
    write(clause.start, keyword: "START")
    write(clause.end, keyword: "END")
    line()
    write("VIA ")
    switch clause.via {
    case .pattern(let group): write(group.node)
    case .verb(let verb): write(text(of: verb.node))
    }
    if let length = clause.maxLength {
      line()
      write("MAX LENGTH \(length)")
    }
  }

  private mutating func write(_ end: PathsClause.End, keyword: String) {
    line()
    write("\(keyword) \(end.variable.node)")
    switch end.constraint {
    case .any: break
    case .term(let term): write(" = " + term.text(prefixes: prefixes))
    case .pattern(let group):
      write(" ")
      write(group.node)
    }
  }
}
