import RDF

extension UpdateTree: CustomStringConvertible {
  /// SPARQL text with the standard prefixes, which need no declaration here.
  public var description: String { sparql() }

  /// SPARQL text that parses to this tree where `prefixes` are declared beforehand.
  public func sparql(prefixes: PrefixMap = .standard) -> String {
    var prefixes = prefixes
    return steps.map { step in
      prefixes = prefixes.adding(step.prologue)
      var printer = Printer(prefixes: prefixes)
      printer.write(step.prologue)
      if let operation = step.operation { printer.write(operation.node) }
      return printer.text
    }.joined(separator: " ;\n")
  }
}

extension Printer {
  mutating func write(_ operation: OperationTree) {
    switch operation {
    case .insertData(let quads):
      write("INSERT DATA ")
      write(quads)
    case .deleteData(let quads):
      write("DELETE DATA ")
      write(quads)
    case .deleteWhere(let quads):
      write("DELETE WHERE ")
      write(quads)
    case .modify(let with, let delete, let insert, let using, let pattern):
      if let with {
        write("WITH " + with.text(prefixes: prefixes))
        line()
      }
      if let delete {
        write("DELETE ")
        write(delete)
      }
      if let insert {
        if delete != nil { line() }
        write("INSERT ")
        write(insert)
      }
      write(using, keyword: "USING")
      line()
      write("WHERE ")
      write(pattern.node)
    case .load(let document, let graph, let silent):
      write("LOAD " + word(silent) + document.text(prefixes: prefixes))
      if let graph { write(" INTO GRAPH " + graph.text(prefixes: prefixes)) }
    case .clear(let target, let silent): write("CLEAR " + word(silent) + text(of: target))
    case .drop(let target, let silent): write("DROP " + word(silent) + text(of: target))
    case .create(let graph, let silent):
      write("CREATE " + word(silent) + "GRAPH " + graph.text(prefixes: prefixes))
    case .transfer(let transfer, let from, let to, let silent):
      write("\(transfer.rawValue) \(word(silent))\(text(of: from)) TO \(text(of: to))")
    }
  }

  private mutating func write(_ quads: [QuadsTree]) {
    braces { printer in
      for part in quads {
        guard let graph = part.graph else {
          printer.write(triples: part.triples)
          continue
        }
        printer.line()
        printer.write("GRAPH \(printer.text(of: graph.node)) ")
        printer.braces { $0.write(triples: part.triples) }
      }
    }
  }

  private func word(_ silent: Bool) -> String { silent ? "SILENT " : "" }

  private func text(of graph: IRI?) -> String {
    graph.map { "GRAPH " + $0.text(prefixes: prefixes) } ?? "DEFAULT"
  }

  private func text(of target: GraphTarget) -> String {
    switch target {
    case .graph(let graph): return text(of: graph)
    case .defaultGraph: return "DEFAULT"
    case .named: return "NAMED"
    case .all: return "ALL"
    }
  }
}
