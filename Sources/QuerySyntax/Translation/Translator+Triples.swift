import Diagnostics
import RDF

/// Triples with property lists and collections to flat patterns (§4.2, §18.2.2.3–4).
extension Translator {
  /// Where nodes stand, which says what a blank node is.
  enum Place {
    /// The basic graph pattern of this number: a hidden variable by its label.
    case pattern(Int)
    /// A template: one fresh variable for each label.
    case template
  }

  /// A template's triples; `labels` are the variables of blank nodes met so far.
  mutating func template(
    _ trees: [TriplesTree], labels: inout [String: Variable]
  ) throws -> [TriplePattern] {
    var triples: [TriplePattern] = []
    for part in try flatten(trees, place: .template, labels: &labels) {
      if case .bgp(let some) = part { triples += some }
    }
    return triples
  }

  /// The basic graph patterns and path patterns of triples, adjacent triples in one.
  mutating func flatten(
    _ trees: [TriplesTree], place: Place, labels: inout [String: Variable]
  ) throws -> [Algebra] {
    var output = FlatPatterns()
    for tree in trees {
      let subject = try term(tree.subject, place, &labels, &output)
      try add(tree.properties, of: subject, place, &labels, &output)
    }
    return output.finished
  }

  private mutating func add(
    _ properties: [PropertyTree], of subject: PatternTerm, _ place: Place, _ labels: inout [String: Variable],
    _ output: inout FlatPatterns
  ) throws {
    for property in properties {
      for object in property.objects {
        // The object's own triples follow the one that it stands in, as a reader would write them.
        var inner = FlatPatterns()
        let object = try term(object, place, &labels, &inner)
        switch property.verb.node {
        case .variable(let verb): output.add(TriplePattern(subject, .variable(verb), object))
        case .path(let path): add(path, from: subject, to: object, &output)
        }
        output.add(inner)
      }
    }
  }

  /// The term that a node stands for; the triples that it implies go to `output`.
  private mutating func term(
    _ node: Ranged<NodeTree>, _ place: Place, _ labels: inout [String: Variable], _ output: inout FlatPatterns
  ) throws -> PatternTerm {
    switch node.node {
    case .variable(let variable): return .variable(variable)
    case .term(let term): return .term(term)
    case .label(let label):
      if case .pattern(let home) = place {
        return .variable(try variable(label: label, in: home, at: node.range))
      }
      if let known = labels[label] { return .variable(known) }
      let variable = fresh("new")
      labels[label] = variable
      return .variable(variable)
    case .blank(let properties):
      let blank = PatternTerm.variable(fresh("blank"))
      try add(properties, of: blank, place, &labels, &output)
      return blank
    case .collection(let items):
      let cells = items.map { _ in PatternTerm.variable(fresh("list")) } + [.term(.iri(RDF.nil))]
      for (index, item) in items.enumerated() {
        var inner = FlatPatterns()
        let value = try term(item, place, &labels, &inner)
        output.add(TriplePattern(cells[index], .term(.iri(RDF.first)), value))
        output.add(inner)
        output.add(TriplePattern(cells[index], .term(.iri(RDF.rest)), cells[index + 1]))
      }
      return cells[0]
    }
  }

  /// Takes sequences, inverses and single properties apart; what is left is a path pattern (§18.2.2.4).
  private mutating func add(
    _ path: PropertyPath, from subject: PatternTerm, to object: PatternTerm, _ output: inout FlatPatterns
  ) {
    switch path {
    case .predicate(let name): output.add(TriplePattern(subject, .term(.iri(name)), object))
    case .inverse(let inner): add(inner, from: object, to: subject, &output)
    case .sequence(let first, let second):
      let middle = PatternTerm.variable(fresh("path"))
      add(first, from: subject, to: middle, &output)
      add(second, from: middle, to: object, &output)
    default: output.add(PathPattern(subject, path, object))
    }
  }
}

/// Triple and path patterns in order, adjacent triples in one basic graph pattern.
private struct FlatPatterns {
  private var done: [Algebra] = []
  private var triples: [TriplePattern] = []

  var finished: [Algebra] { triples.isEmpty ? done : done + [.bgp(triples)] }

  mutating func add(_ triple: TriplePattern) { triples.append(triple) }

  mutating func add(_ path: PathPattern) {
    done = finished + [.path(path)]
    triples = []
  }

  mutating func add(_ other: FlatPatterns) {
    for part in other.finished {
      if case .bgp(let more) = part {
        triples += more
      } else {
        done = finished + [part]
        triples = []
      }
    }
  }
}
