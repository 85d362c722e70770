import Diagnostics
import XML

/// Reads RDF/XML (RDF 1.1 XML Syntax) as its document streams by.
///
/// A stack of open elements stands for the grammar: what an element means depends on what holds it. Statements are handed over as
/// soon as their object is known, in the order of the grammar's rules (§7.2).
final class RDFXMLParser {
  typealias Emit = (TermBytes, TermBytes, TermBytes, TermBytes?) throws -> Void

  private let bytes: UnsafeBufferPointer<UInt8>
  private let name: String
  private let emit: Emit
  var frames: [RDFXMLFrame]
  private var count = 0
  private var blanks = 0
  /// What `rdf:ID` has named so far (§7.2.21: each once).
  private var ids: Set<IRI> = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, name: String, base: String?, emit: @escaping Emit) {
    self.bytes = bytes
    self.name = name
    self.emit = emit
    frames = [
      RDFXMLFrame(
        content: .nodes(isDocument: true), resolver: base.map(IRIResolver.init(base:)), language: "")
    ]
  }

  /// Reads to the end and returns the number of statements.
  func parse() throws -> Int {
    do {
      try XMLStream(self).read(bytes)
    } catch let error as XMLStreamError {
      throw diagnostic(error)
    }
    return count
  }

  private func diagnostic(_ error: XMLStreamError) -> Diagnostic {
    switch error.place {
    case .position(let line, let column):
      return SourceExcerpt.error(error.message, line: line, column: column, in: bytes, name: name)
    case .end(let offset):
      let end = max(0, min(offset, bytes.count))
      let start = bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? 0
      return SourceExcerpt.error(
        error.message, at: start, length: max(1, end - start), in: bytes, name: name, hint: error.hint)
    }
  }
}

// MARK: - Statements and terms

extension RDFXMLParser {
  func state(_ subject: Term, _ predicate: IRI, _ object: Term) throws {
    try subject.withBytes { subject in
      try Term.iri(predicate).withBytes { predicate in
        try object.withBytes { try emit(subject, predicate, $0, nil) }
      }
    }
    count += 1
  }

  /// A node that the document does not name. Its label begins with a digit, as no `rdf:nodeID` can.
  func freshBlank() -> Term {
    blanks += 1
    return .blank(BlankNode(String(blanks)))
  }

  func blank(nodeID: String) throws -> Term {
    guard XMLText.isNCName(nodeID) else { throw XMLStreamHandlerError("'\(nodeID)' is no node name") }
    return .blank(BlankNode(nodeID))
  }

  /// The IRI that a reference means against the base in force.
  func iri(_ reference: String) throws -> IRI {
    guard let resolver = frames[frames.count - 1].resolver else {
      if IRI.isAbsolute(reference) { return try absolute(reference) }
      throw XMLStreamHandlerError("relative IRI '\(reference)', and there is no base")
    }
    return try absolute(resolver.resolve(reference))
  }

  private func absolute(_ text: String) throws -> IRI {
    var text = text
    guard text.withUTF8({ isAbsoluteIRI($0) }) else { throw XMLStreamHandlerError("'\(text)' is no IRI") }
    return IRI(text)
  }

  /// The IRI that an `rdf:ID` makes, which no other may make.
  func iri(id: String) throws -> IRI {
    guard XMLText.isNCName(id) else {
      throw XMLStreamHandlerError("'\(id)' is no XML name, as an rdf:ID must be")
    }
    let iri = try iri("#" + id)
    guard ids.insert(iri).inserted else {
      throw XMLStreamHandlerError("the rdf:ID '\(id)' is given twice")
    }
    return iri
  }

  /// The IRI of an element or attribute name.
  func iri(_ name: XMLTag.Name) throws -> IRI {
    if name.namespace.isEmpty { throw XMLStreamHandlerError("'\(name.qualified)' has no namespace") }
    return try absolute(name.namespace + name.local)
  }

  /// A string in the language in force.
  func plainLiteral(_ text: String) -> Term {
    let language = frames[frames.count - 1].language
    return .literal(language.isEmpty ? Literal(text) : Literal(text, language: language))
  }
}
