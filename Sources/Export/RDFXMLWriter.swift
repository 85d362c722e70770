import Diagnostics
import QueryEngine
import RDF
import XML

extension ExportFormat {
  static let rdfxml = ExportFormat(
    "rdfxml", fileExtension: "rdf", summary: "RDF/XML: Protégé, Jena, and whatever reads no other RDF",
    .triples { output, name, prefixes in try RDFXMLWriter(to: output, name: name, prefixes: prefixes) })
}

/// Writes RDF/XML (RDF 1.1 XML Syntax): a typed element for each subject, its properties in a fixed order.
///
/// At the end come an `owl:Ontology`, where the graph has none, and a declaration of every property that the graph does not
/// declare itself, as Protégé needs; a graph that has them all, such as what `stemma build` makes, is written as it is.
/// Subjects come in the order of the source; one at a time is held in memory, and about 1 MB at the beginning, so that the
/// namespaces used there can be declared at the root.
public struct RDFXMLWriter: PartWriter {
  private let document: XMLDocumentOutput
  private let name: String
  private let encoder: RDFXMLEncoder
  private var group = SubjectGroup()
  private var hasRoot = false
  /// Bytes of markup that wait for the root element.
  private static let head = 1 << 20
  /// Bytes of markup that are handed to libxml2 at a time.
  private static let piece = 1 << 16

  public init(to output: ByteOutput, name: String, prefixes: PrefixMap) throws {
    document = try XMLDocumentOutput(output)
    self.name = name
    encoder = RDFXMLEncoder(XMLNamespaces(prefixes))
  }

  public mutating func add(subject: TermBytes, predicate: TermBytes, object: TermBytes, graph: TermBytes?)
    throws
  {
    if group.isEmpty || !group.isSubject(subject) {
      try writeGroup()
      group.begin(subject)
    }
    group.add(predicate: predicate, object: object)
  }

  public mutating func finish() throws {
    try writeGroup()
    let fragment = encoder.fragment
    if !encoder.declarations.hasOntology { try writeOntology() }
    try encoder.properties.forEach { property, element in
      guard let kind = encoder.declarations.missing(property, element) else { return }
      fragment.line(depth: 1)
      fragment.markup("<owl:")
      fragment.markup(kind)
      fragment.markup(" rdf:about=\"")
      // It was part of an element's name, so XML can hold it.
      try fragment.value(property.lexical)
      fragment.markup("\"/>")
    }
    if !hasRoot { try writeRoot() }
    try writeFragment()
    try document.writer.end()
    try document.writer.finish()
  }

  private func writeOntology() throws {
    let iri = IRI("https://w3id.org/stemma/export/" + name)
    try Term.iri(iri).withBytes { term in
      guard isAbsoluteIRI(term.lexical) else {
        throw Diagnostic.error("cannot write '\(iri.value)' as RDF/XML: it is not an absolute IRI")
      }
      encoder.fragment.line(depth: 1)
      encoder.fragment.markup("<owl:Ontology rdf:about=\"")
      do {
        try encoder.fragment.value(term.lexical)
      } catch {
        throw Diagnostic.error("cannot write '\(iri.value)' as RDF/XML: XML cannot hold \(error)")
      }
      encoder.fragment.markup("\"/>")
    }
  }

  private mutating func writeGroup() throws {
    if group.isEmpty { return }
    group.sort()
    try group.write(to: encoder)
    group.removeAll()
    try writeEnough()
  }

  /// Writes what has come together where it is enough: for the root element, or for libxml2.
  private mutating func writeEnough() throws {
    let count = encoder.fragment.bytes.count
    if hasRoot {
      if count >= RDFXMLWriter.piece { try writeFragment() }
    } else if count >= RDFXMLWriter.head {
      try writeRoot()
      try writeFragment()
    }
  }

  /// The root element, with the namespaces known by now.
  private mutating func writeRoot() throws {
    hasRoot = true
    encoder.seal()
    try document.writer.start("rdf:RDF")
    for (prefix, namespace) in encoder.namespaces.declared {
      try document.writer.attribute(prefix.isEmpty ? "xmlns" : "xmlns:" + prefix, namespace)
    }
  }

  private mutating func writeFragment() throws {
    if encoder.fragment.bytes.isEmpty { return }
    try document.writer.write(encoder.fragment)
    encoder.fragment.removeAll()
  }
}

// MARK: - Parts

extension RDFXMLWriter {
  /// The elements of a part's subjects, made on another thread and handed over.
  struct Piece: @unchecked Sendable {
    fileprivate let encoder: RDFXMLEncoder
  }

  var isReady: Bool { hasRoot }

  mutating func prepared() throws -> @Sendable (StatementPart) throws -> (Piece, Int) {
    try writeGroup()
    try writeFragment()
    let start = Piece(encoder: RDFXMLEncoder(continuing: encoder))
    return { part in
      let encoder = RDFXMLEncoder(continuing: start.encoder)
      let count = try part.read(into: encoder)
      return (Piece(encoder: encoder), count)
    }
  }

  mutating func add(_ piece: Piece) throws {
    try document.writer.write(piece.encoder.fragment)
    encoder.merge(piece.encoder)
  }
}
