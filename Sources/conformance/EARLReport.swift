import Foundation
import RDF

/// The outcomes of a run in EARL 1.0, as W3C groups gather them: an assertion for each test.
struct EARLReport {
  private static let earl = "http://www.w3.org/ns/earl#"
  private static let doap = "http://usefulinc.com/ns/doap#"
  private static let subject = Term.iri("https://w3id.org/stemma")
  private static let assertor = Term.iri("https://w3id.org/stemma#conformance")

  private var triples: [Triple] = []
  private var count = 0

  init() {
    add(EARLReport.subject, RDF.type, .iri(EARLReport.doap + "Project"))
    add(EARLReport.subject, IRI(EARLReport.doap + "name"), .string("Stemma"))
    add(EARLReport.assertor, RDF.type, .iri(EARLReport.earl + "Software"))
  }

  /// Notes the outcome of a test.
  mutating func add(_ test: TestCase, _ verdict: Verdict) {
    let assertion = Term.blank(BlankNode("a\(count)"))
    let result = Term.blank(BlankNode("r\(count)"))
    count += 1
    add(assertion, RDF.type, .iri(EARLReport.earl + "Assertion"))
    add(assertion, earl("assertedBy"), EARLReport.assertor)
    add(assertion, earl("subject"), EARLReport.subject)
    add(assertion, earl("test"), .iri(test.iri))
    add(assertion, earl("mode"), .iri(EARLReport.earl + "automatic"))
    add(assertion, earl("result"), result)
    add(result, RDF.type, .iri(EARLReport.earl + "TestResult"))
    add(result, earl("outcome"), .iri(EARLReport.earl + outcome(verdict)))
  }

  /// Writes the report as Turtle.
  func write(to path: String) throws {
    let output = ByteOutput()
    let prefixes = PrefixMap(["earl": EARLReport.earl, "doap": EARLReport.doap])
    var writer = try RDFFormat.turtle.writer(to: output, prefixes: prefixes)
    for triple in triples {
      try triple.subject.withBytes { subject in
        try Term.iri(triple.predicate).withBytes { predicate in
          try triple.object.withBytes {
            try writer.add(subject: subject, predicate: predicate, object: $0, graph: nil)
          }
        }
      }
    }
    try writer.finish()
    try Data(output.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  private func outcome(_ verdict: Verdict) -> String {
    switch verdict {
    case .passed: "passed"
    case .failed: "failed"
    case .skipped: "inapplicable"
    }
  }

  private func earl(_ name: String) -> IRI { IRI(EARLReport.earl + name) }

  private mutating func add(_ subject: Term, _ predicate: IRI, _ object: Term) {
    triples.append(Triple(subject, predicate, object))
  }
}
