import Diagnostics
import QueryEngine
import QuerySyntax
import RDF

/// A graph source that knows its answers: all triples for a CONSTRUCT, and for a SELECT the rows whose variables it asks for.
final class FixedGraph: GraphSource {
  var triples: [Triple] = []
  /// Rows for a query that selects all the variables of one of these tables.
  var tables: [[[String: Term]]] = []
  /// Subjects in each of the parts that several threads may read; nil = none may.
  var partSize: Int?

  init(_ triples: [Triple] = [], tables: [[[String: Term]]] = []) {
    self.triples = triples
    self.tables = tables
  }

  /// The triples of a Turtle text with the standard prefixes.
  convenience init(turtle: String) throws {
    let prefixes = PrefixMap.standard.pairs.map { "@prefix \($0.prefix): <\($0.namespace)> .\n" }.joined()
    let reader = RDFReader(format: .turtle, base: Stemma.documents)
    self.init(try reader.triples(text: prefixes + turtle, name: "test"))
  }

  func statements(byGraph: Bool, options: QueryOptions) throws -> StatementStream {
    let triples = triples
    return StatementStream(count: triples.count) { body in
      for triple in triples {
        try triple.subject.withBytes { subject in
          try Term.iri(triple.predicate).withBytes { predicate in
            try triple.object.withBytes { try body(subject, predicate, $0, nil) }
          }
        }
      }
    }
  }

  func parts(options: QueryOptions) throws -> StatementParts? {
    partSize.map { FixedParts(triples).parts(of: $0) }
  }

  func answer(_ query: Query, options: QueryOptions) throws -> Answer {
    if case .construct = query.form {
      let triples = triples
      return .graph(
        TripleStream { body in
          for triple in triples {
            try triple.subject.withBytes { subject in
              try Term.iri(triple.predicate).withBytes { predicate in
                try triple.object.withBytes { try body(subject, predicate, $0) }
              }
            }
          }
        })
    }
    if query.variables.map(\.name) == ["class", "nodes"] { return .solutions(classes(query)) }
    let key = query.variables.contains { $0.name == "node" } ? "node" : query.variables.first?.name ?? ""
    let statements = triples.map { ["s": $0.subject, "p": .iri($0.predicate), "o": $0.object] }
    let table = (tables + [statements]).first { $0.first?[key] != nil } ?? []
    var batches = table.isEmpty ? [] : [FixedBatch(rows: table, variables: query.variables)]
    return .solutions(Solutions(variables: query.variables) { batches.popLast() })
  }
}

extension FixedGraph {
  /// The classes with the numbers of their nodes.
  private func classes(_ query: Query) -> Solutions {
    let types = triples.filter { $0.predicate == RDF.type }.map(\.object)
    let rows = Dictionary(grouping: types) { $0 }.map { ["class": $0, "nodes": Term.integer($1.count)] }
    var batches = [FixedBatch(rows: rows, variables: query.variables)]
    return Solutions(variables: query.variables) { batches.popLast() }
  }
}

/// Triples in parts, a subject's sorted.
private struct FixedParts: Sendable {
  private var subjects: [(subject: Term, triples: [Triple])] = []
  private var numbers: [Term: Int] = [:]

  init(_ triples: [Triple]) {
    var places: [Term: Int] = [:]
    for triple in triples {
      let place = places[triple.subject, default: subjects.count]
      if place == subjects.count { subjects.append((triple.subject, [])) }
      places[triple.subject] = place
      subjects[place].triples.append(triple)
      for term in [triple.subject, .iri(triple.predicate), triple.object] {
        if case .literal = term { continue }
        numbers[term] = numbers[term, default: numbers.count]
      }
    }
  }

  func parts(of size: Int) -> StatementParts {
    let terms = Dictionary(uniqueKeysWithValues: numbers.map { ($1, $0) })
    return StatementParts(resourceBound: numbers.count, term: { terms[$0] }, jobs: 3) {
      // Two runs, so that there is a second.
      var runs = [0..<subjects.count / 2, subjects.count / 2..<subjects.count].filter { !$0.isEmpty }
      var number = 0
      return {
        if runs.isEmpty { return [] }
        let run = runs.removeFirst()
        return stride(from: run.lowerBound, to: run.upperBound, by: size).map { from in
          defer { number += 1 }
          let part = from..<min(run.upperBound, from + size)
          return StatementPart(number: number, firstSubject: from) { try read(part, into: $0) }
        }
      }
    }
  }

  private func read(_ part: Range<Int>, into sink: any SubjectSink) throws -> Int {
    var count = 0
    for (subject, triples) in subjects[part] {
      var group = SubjectGroup()
      subject.withBytes { group.begin($0) }
      for triple in triples {
        Term.iri(triple.predicate).withBytes { predicate in
          triple.object.withBytes { group.add(predicate: predicate, object: $0) }
        }
      }
      group.sort()
      count += group.count
      try subject.withBytes { subject in
        try sink.begin(numbered(subject))
        try group.forEach { try sink.add(numbered($1), numbered($2)) }
        try sink.end()
      }
    }
    return count
  }

  private func numbered(_ term: TermBytes) -> TermBytes {
    TermBytes(
      kind: term.kind, lexical: term.lexical, datatype: term.datatype, language: term.language,
      number: term.kind == .literal ? -1 : numbers[term.term] ?? -1)
  }
}

private struct FixedBatch: SolutionBatch {
  let rows: [[String: Term]]
  let variables: [Variable]

  var count: Int { rows.count }

  func withTerm(row: Int, column: Int, _ body: (TermBytes?) throws -> Void) rethrows {
    guard let term = rows[row][variables[column].name] else { return try body(nil) }
    try term.withBytes { try body($0) }
  }
}
