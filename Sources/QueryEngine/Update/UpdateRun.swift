import QuerySyntax
import RDF
import TripleStore

/// One update request at work inside its transaction (SPARQL 1.1 Update §3).
final class UpdateRun {
  let transaction: Transaction
  let options: UpdateOptions
  /// Graphs that CREATE made in this request: a store keeps no graph without triples.
  var created: Set<IRI> = []
  private let base: String

  /// - Parameter base: What `IRI()` resolves references against.
  init(_ transaction: Transaction, base: String, options: UpdateOptions) {
    self.transaction = transaction
    self.base = base
    self.options = options
  }

  func perform(_ operation: UpdateOperation) throws {
    switch operation {
    case .insertData(let quads): try modify(.bgp([]), delete: [], insert: quads)
    case .deleteData(let quads): try modify(.bgp([]), delete: quads, insert: [])
    case .modify(let modification):
      try modify(
        modification.pattern, delete: modification.delete, insert: modification.insert,
        with: modification.with, dataset: modification.dataset)
    case .load(let document, let graph, let silent): try load(document, into: graph, silent: silent)
    case .clear(let target, let silent), .drop(let target, let silent): try clear(target, silent: silent)
    case .create(let graph, let silent): try create(graph, silent: silent)
    case .add(let from, let to, let silent):
      try transfer(from: from, to: to, silent: silent, emptiesTarget: false, removesSource: false)
    case .copy(let from, let to, let silent):
      try transfer(from: from, to: to, silent: silent, emptiesTarget: true, removesSource: false)
    case .move(let from, let to, let silent):
      try transfer(from: from, to: to, silent: silent, emptiesTarget: true, removesSource: true)
    }
  }

  /// DELETE/INSERT … WHERE (§3.1.3): all solutions are found before anything changes; all deletions come before the
  /// insertions.
  private func modify(
    _ pattern: Algebra, delete: [QuadPattern], insert: [QuadPattern], with graph: IRI? = nil,
    dataset clause: DatasetClause? = nil
  ) throws {
    let snapshot = try transaction.snapshot()
    let dataset =
      clause == nil && graph != nil
      ? Dataset(defaultGraph: graph.map { snapshot.id(of: .iri($0)) } ?? .none)
      : Dataset(clause, snapshot: snapshot, union: options.query.unionDefaultGraph)
    let context = QueryContext(
      snapshot: snapshot, base: base, dataset: dataset, stepGraphs: StepGraphCache(),
      statistics: Statistics(), options: options.query)
    let wanted = (delete + insert).variables
    let plan = try Planner(context: context).plan(whole: .project(pattern, wanted))
    let source = try plan.start(context)
    let deletion = QuadTemplate(delete, defaultGraph: graph, columns: plan.variables, context)
    let insertion = QuadTemplate(insert, defaultGraph: graph, columns: plan.variables, context)
    while try source.next() {
      try context.checkpoint()
      for row in 0..<source.output.count {
        try deletion.fill(from: source.output, row)
        try insertion.fill(from: source.output, row)
      }
    }
    try deletion.forEachStored { try transaction.remove($0, $1, $2, graph: $3) }
    try insertion.forEachInterned(in: transaction) { try transaction.insert($0, $1, $2, graph: $3) }
  }
}

extension Dataset {
  /// The dataset of `WITH`: one default graph, every named graph; `.none` is a graph that has no triple.
  fileprivate init(defaultGraph: TermID) {
    defaultGraphs = defaultGraph.isBound ? [defaultGraph] : []
    namedGraphs = nil
  }
}

extension [QuadPattern] {
  /// Their variables, each once; blank nodes are none.
  fileprivate var variables: [Variable] {
    var found: [Variable] = []
    for quad in self {
      for term in [quad.triple.subject, quad.triple.predicate, quad.triple.object, quad.graph] {
        if case .variable(let variable)? = term, !variable.isHidden, !found.contains(variable) {
          found.append(variable)
        }
      }
    }
    return found
  }
}
