import RDF

/// Writes syntax trees as SPARQL text that parses to an equal tree.
struct Printer {
  private(set) var text = ""
  let prefixes: PrefixMap
  private(set) var indent: Int

  init(prefixes: PrefixMap, indent: Int = 0) {
    self.prefixes = prefixes
    self.indent = indent
  }

  mutating func write(_ more: String) { text += more }

  mutating func line() { text += "\n" + String(repeating: "  ", count: indent) }

  /// `{`, what `body` writes on lines of its own, `}`.
  mutating func braces(_ body: (inout Printer) -> Void) {
    text += "{"
    let start = text.utf8.count
    indent += 1
    body(&self)
    indent -= 1
    if text.utf8.count > start { line() }
    text += "}"
  }

  mutating func write<Items: Sequence>(
    _ items: Items, separator: String, _ each: (inout Printer, Items.Element) -> Void
  ) {
    for (index, item) in items.enumerated() {
      if index > 0 { text += separator }
      each(&self, item)
    }
  }
}

extension QueryTree: CustomStringConvertible {
  /// SPARQL text with the standard prefixes, which need no declaration here.
  public var description: String { sparql() }

  /// SPARQL text that parses to this tree where `prefixes` are declared beforehand; with none it stands by itself, but
  /// for the base that its IRIs no longer need.
  public func sparql(prefixes: PrefixMap = .standard) -> String {
    var printer = Printer(prefixes: prefixes.adding(prologue))
    printer.write(prologue)
    printer.write(self)
    return printer.text
  }
}

extension PrefixMap {
  /// The prefixes in force behind a prologue.
  func adding(_ declarations: [Declaration]) -> PrefixMap {
    var all = self
    for case .prefix(let prefix, let iri) in declarations { all[prefix] = iri.value }
    return all
  }
}
