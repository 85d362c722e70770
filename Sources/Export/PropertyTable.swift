import RDF

/// The properties of an RDF/XML document: their element names, and what is known for declaring them.
struct PropertyTable {
  private struct Entry {
    var tag: XMLNamespaces.Tag
    var hasResources = false
    var hasLiterals = false
  }

  private var table = TermTable()
  private var entries: [Entry] = []
  /// Properties that the graph declares itself.
  private var declared = TermTable()
  private var last = 0

  /// The element name of `predicate`, made by `make` at its first use; nil where `make` gives none.
  mutating func tag(
    _ predicate: TextBytes, isLiteral: Bool, make: (TextBytes) -> XMLNamespaces.Tag?
  ) -> XMLNamespaces.Tag? {
    let term = TermBytes(kind: .iri, lexical: predicate)
    // A subject's statements with the same predicate come one after another.
    if entries.isEmpty || !table.withBytes(of: last, { sameBytes($0, predicate) }) {
      if let index = table.index(of: term) {
        last = index
      } else {
        guard let tag = make(predicate) else { return nil }
        last = table.insert(term).index
        entries.append(Entry(tag: tag))
      }
    }
    if isLiteral {
      entries[last].hasLiterals = true
    } else {
      entries[last].hasResources = true
    }
    return entries[last].tag
  }

  /// Notes that `subject` is of class `type`, which may make it a declared property.
  mutating func declare(_ subject: TextBytes, as type: TextBytes) {
    let owl = OWL.namespace.utf8
    guard type.count > owl.count, type.starts(with: owl) else { return }
    let local = type[owl.count...]
    guard local.count > 8, local.suffix(8).elementsEqual("Property".utf8) else { return }
    _ = declared.insert(TermBytes(kind: .iri, lexical: subject))
  }

  /// Calls `body` with every property that the graph uses and does not declare, in the order of their IRIs, and its class in OWL:
  /// one with resources and literals is an annotation property, since OWL 2 DL allows it no other class.
  func forEachUndeclared(_ body: (TextBytes, StaticString) throws -> Void) throws {
    let order = entries.indices.sorted { left, right in
      table.withBytes(of: left) { left in table.withBytes(of: right) { left.lexicographicallyPrecedes($0) } }
    }
    for index in order {
      try table.withTerm(index) { property in
        if declared.index(of: property) != nil || isBuiltIn(property.lexical) { return }
        let entry = entries[index]
        switch (entry.hasResources, entry.hasLiterals) {
        case (true, false): try body(property.lexical, "ObjectProperty")
        case (false, true): try body(property.lexical, "DatatypeProperty")
        default: try body(property.lexical, "AnnotationProperty")
        }
      }
    }
  }

  /// OWL 2's reserved vocabulary is not declared (OWL 2 Structural Specification §2.4).
  private func isBuiltIn(_ iri: TextBytes) -> Bool {
    [RDF.namespace, RDFS.namespace, OWL.namespace].contains { iri.starts(with: $0.utf8) }
  }
}
