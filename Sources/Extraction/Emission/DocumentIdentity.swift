import Diagnostics
import Documents
import RDF

/// A document's IRI and identifier: its symbol's, or provisional ones that its text alone decides.
struct DocumentIdentity {
  let iri: IRI
  /// The graph of what this text says: the document's own for English, `https://undocs.org/fr/A/RES/78/16` for French.
  let graph: IRI
  let identifier: String
  /// The name of its class: "Resolution".
  let className: String
  let isProvisional: Bool
  private let language: String
  private let isEnglish: Bool

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
      className = "Resolution"
      isProvisional = true
    }
    isEnglish = document.language == "en"
    language = document.language
    graph =
      isEnglish ? iri : IRI("\(Stemma.documents)\(language)/\(iri.value.dropFirst(Stemma.documents.count))")
  }

  /// The IRI of a part of the document.
  func part(_ fragment: String) -> IRI { IRI(iri.value + "#" + fragment) }

  /// The IRI of something that stands in the words of this language version only: a citation, a norm. "#pp3-c1", "#pp3-c1-fr".
  func wording(_ fragment: String) -> IRI { part(isEnglish ? fragment : "\(fragment)-\(language)") }

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
