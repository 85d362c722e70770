import Foundation
import QuerySyntax
import RDF
import TripleStore

@testable import QueryEngine

/// A store that holds every term the case files and tables mention, so that tests run with stored and with local terms.
enum CaseStore {
  static let shared: TripleStore = try! make()

  private static func make() throws -> TripleStore {
    var terms = Unfolded()
    for example in ExpressionCase.all {
      _ = terms.unfold(try ExpressionCase.parse(example.expression))
      if let result = try? ExpressionCase.term(example.result) { terms.add(result) }
    }
    for text in SelectionTests.terms + TermOrderTests.lines.flatMap({ $0 }) {
      if let term = try ExpressionCase.term(text) { terms.add(term) }
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-cases-\(UUID())").path
    let store = try TripleStore.open(folder, .create)
    let subject = Term.iri("urn:s")
    try store.write { transaction in
      try transaction.add(terms.terms.map { Triple(subject, IRI("urn:p"), $0) })
    }
    // The open file outlives its folder's name.
    try FileManager.default.removeItem(atPath: folder)
    return store
  }

  /// A pool over the store, or one without a store.
  static func pool(stored: Bool) throws -> TermPool { TermPool(stored ? try shared.snapshot() : nil) }
}
