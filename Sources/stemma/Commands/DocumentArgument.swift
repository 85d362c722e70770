import Diagnostics
import Documents
import RDF

/// A document or other resource as people name it on the command line.
enum DocumentArgument {
  /// - Throws: an error for a text in which the symbol grammar finds nothing.
  static func symbol(_ text: String) throws -> Symbol {
    if let symbol = Symbol.parse(text) { return symbol }
    throw Diagnostic.error(
      "'\(text)' is not a document symbol", hint: "for instance A/RES/73/27", exitStatus: 2)
  }

  /// The IRI of a symbol in any spelling that the grammar knows ("A/RES/43/78 H", "https://undocs.org/en/A/RES/73/27"), of an
  /// IRI in full, or of a prefixed name.
  ///
  /// - Throws: an error for a text that cannot be part of an IRI.
  static func iri(_ text: String) throws -> IRI {
    let written = WrittenIRI(text)
    let bare = written.bare
    // With a fragment it is a part of a document.
    if !bare.contains("#"), let symbol = Symbol.parse(bare) { return IRI(symbol.iri) }
    if let iri = written.iri { return iri }
    let isLegal = bare.unicodeScalars.allSatisfy {
      $0.value > 0x20 && !"<>\"{}|^`\\".unicodeScalars.contains($0)
    }
    if bare.isEmpty || !isLegal {
      throw Diagnostic.error(
        "expected a document's symbol, found '\(text)'", hint: "for instance A/RES/73/27", exitStatus: 2)
    }
    return IRI(Stemma.documents + bare)
  }
}
