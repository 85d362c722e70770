import Diagnostics
import RDF

extension ByteOutput {
  /// A term in Turtle form on one line: as in N-Triples, but a number stands without quotes where Turtle reads it back so (§2.5.2).
  func append(turtle term: TermBytes) throws {
    if term.kind == .literal, NumberForm(datatype: term.datatype)?.matches(term.lexical) == true {
      return try append(term.lexical)
    }
    do {
      try append(term: term)
    } catch let error as UnwritableTerm {
      throw Diagnostic.error("cannot write \(term.term): \(error.reason)")
    }
  }
}
