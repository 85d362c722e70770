import RDF
import Testing

@testable import Lineage

@Suite struct SymbolOrderTests {
  @Test("symbols are listed as people list them")
  func order() {
    let symbols = [
      "A/67/53", "A/67/53/Corr.1", "A/RES/9/1", "A/RES/53/70", "A/RES/53/170", "A/RES/71/28",
      "S/RES/1373(2001)",
    ]
    let sorted = symbols.reversed().map { IRI($0) }.sorted(by: SymbolOrder.precedes).map(\.value)
    #expect(sorted == symbols)
    #expect(!SymbolOrder.precedes(IRI("A/1"), IRI("A/1")))
    #expect(SymbolOrder.precedes(IRI("A/01"), IRI("A/1")) != SymbolOrder.precedes(IRI("A/1"), IRI("A/01")))
  }
}
