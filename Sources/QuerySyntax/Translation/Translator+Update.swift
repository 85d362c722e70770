import Diagnostics
import RDF

/// Update requests (SPARQL 1.1 Update §4, and notes 4, 8 and 9 on the grammar).
extension Translator {
  /// The request of the syntax tree that `parser` gave at the end of its text.
  static func update(_ tree: UpdateTree, of parser: Parser) throws -> Update {
    var operations: [UpdateOperation] = []
    var translator = Translator(parser.source, labels: parser.labels)
    for step in tree.steps {
      guard let operation = step.operation else { continue }
      operations.append(try translator.operation(operation.node))
    }
    return Update(
      operations: operations, prefixes: parser.prefixes, base: parser.base, source: parser.source)
  }

  private mutating func operation(_ tree: OperationTree) throws -> UpdateOperation {
    switch tree {
    case .insertData(let quads):
      try refuse(.variables, in: quads, of: "INSERT DATA")
      try claimLabels(of: quads)
      return .insertData(try patterns(quads))
    case .deleteData(let quads):
      try refuse(.variables, in: quads, of: "DELETE DATA")
      try refuse(.blankNodes, in: quads, of: "DELETE DATA")
      return .deleteData(try patterns(quads))
    case .deleteWhere(let quads):
      try refuse(.blankNodes, in: quads, of: "DELETE WHERE")
      let patterns = try patterns(quads)
      return .modify(
        Modification(with: nil, delete: patterns, insert: [], dataset: nil, pattern: .matching(patterns)))
    case .modify(let with, let delete, let insert, let using, let pattern):
      try refuse(.blankNodes, in: delete ?? [], of: "DELETE")
      return .modify(
        Modification(
          with: with, delete: try patterns(delete ?? []), insert: try patterns(insert ?? []),
          dataset: DatasetClause(using), pattern: try group(pattern)))
    case .load(let document, let graph, let silent): return .load(document, into: graph, silent: silent)
    case .clear(let target, let silent): return .clear(target, silent: silent)
    case .drop(let target, let silent): return .drop(target, silent: silent)
    case .create(let graph, let silent): return .create(graph, silent: silent)
    case .transfer(.add, let from, let to, let silent): return .add(from: from, to: to, silent: silent)
    case .transfer(.move, let from, let to, let silent): return .move(from: from, to: to, silent: silent)
    case .transfer(.copy, let from, let to, let silent): return .copy(from: from, to: to, silent: silent)
    }
  }

  private mutating func patterns(_ quads: [QuadsTree]) throws -> [QuadPattern] {
    var labels: [String: Variable] = [:]
    var patterns: [QuadPattern] = []
    for part in quads {
      let graph = part.graph.map { patternTerm($0) }
      patterns += try template(part.triples, labels: &labels).map { QuadPattern($0, graph: graph) }
    }
    return patterns
  }

  /// A label may not stand in two INSERT DATA operations of a request (SPARQL 1.1 §19.6).
  private mutating func claimLabels(of quads: [QuadsTree]) throws {
    let labels = quads.flatMap { $0.triples.flatMap(\.labels) }
    for label in labels where insertedLabels.contains(BlankNode(label.node)) {
      throw error(
        "the blank node '_:\(label.node)' already stands in another INSERT DATA", label.range,
        hint: "put both into one operation")
    }
    insertedLabels.formUnion(labels.map { BlankNode($0.node) })
  }

  private func refuse(_ kind: NodeKind, in quads: [QuadsTree], of clause: String) throws {
    for part in quads {
      let found = part.graph.flatMap { kind.first(in: $0) } ?? kind.first(in: part.triples)
      if let found { throw error("\(kind.rawValue) cannot stand in \(clause)", found, hint: kind.hint) }
    }
  }
}

extension Algebra {
  /// The pattern that `DELETE WHERE` has from its template; quads of one graph side by side are one pattern.
  fileprivate static func matching(_ quads: [QuadPattern]) -> Algebra {
    var pattern = Algebra.bgp([])
    var rest = quads[...]
    while let first = rest.first {
      let run = rest.prefix { $0.graph == first.graph }
      rest = rest.dropFirst(run.count)
      let triples = Algebra.bgp(run.map(\.triple))
      pattern = .joined(pattern, first.graph.map { .graph($0, triples) } ?? triples)
    }
    return pattern
  }
}

/// Something that a template may not have.
private enum NodeKind: String {
  case variables = "a variable"
  case blankNodes = "a blank node"

  var hint: String {
    switch self {
    case .variables: return "patterns go into INSERT { … } WHERE { … }"
    case .blankNodes: return "use a variable: it matches what a blank node would"
    }
  }

  /// Where the first of this kind stands.
  func first(in triples: [TriplesTree]) -> Range<Int>? {
    for triple in triples {
      if let found = first(in: triple.subject) ?? first(in: triple.properties) { return found }
    }
    return nil
  }

  private func first(in properties: [PropertyTree]) -> Range<Int>? {
    for property in properties {
      if self == .variables, case .variable = property.verb.node { return property.verb.range }
      for object in property.objects {
        if let found = first(in: object) { return found }
      }
    }
    return nil
  }

  func first(in node: Ranged<NodeTree>) -> Range<Int>? {
    switch node.node {
    case .term: return nil
    case .variable: return self == .variables ? node.range : nil
    case .label: return self == .blankNodes ? node.range : nil
    case .blank(let properties): return self == .blankNodes ? node.range : first(in: properties)
    case .collection(let items):
      if self == .blankNodes { return node.range }
      for item in items {
        if let found = first(in: item) { return found }
      }
      return nil
    }
  }
}
