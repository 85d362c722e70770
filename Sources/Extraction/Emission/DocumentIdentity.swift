import Diagnostics
import Documents
import RDF

/// A document's IRI and identifier: its symbol's, or provisional ones that its text alone decides.
struct DocumentIdentity {
  let iri: IRI
  /// The graph of what this text says: the document's own for English, `https://undocs.org/fr/A/RES/78/16` for French.
  let graph: IRI
  let identifier: String
  let className: Name
  let isProvisional: Bool

  init(_ document: Document) {
    if let symbol = document.symbol {
      let target = Target.document(symbol)
      iri = IRI(symbol.iri)
      identifier = symbol.text
      className = target.className
      isProvisional = false
    } else {
      identifier = "provisional/" + DocumentIdentity.digest(of: document)
      iri = IRI(Stemma.documents + identifier)
      className = .resolution
      isProvisional = true
    }
    graph =
      document.language == "en"
      ? iri
      : IRI("\(Stemma.documents)\(document.language)/\(iri.value.dropFirst(Stemma.documents.count))")
  }

  /// The IRI of a part of the document.
  func part(_ fragment: String) -> IRI { IRI(iri.value + "#" + fragment) }

  /// Sixteen hexadecimal digits: FNV-1a over the texts of all paragraphs, so that the form of the file does not matter.
  private static func digest(of document: Document) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for paragraph in document.paragraphs {
      for byte in paragraph.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0x0A) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
