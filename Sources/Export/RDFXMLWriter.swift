import Diagnostics
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
public struct RDFXMLWriter: QuadWriter {
  private let document: XMLDocumentOutput
  private let name: String
  private var namespaces: XMLNamespaces
  private var properties = PropertyTable()
  private var hasOntology = false
  private var group = SubjectGroup()
  private var fragment = XMLFragment()
  private var hasRoot = false
  /// Bytes of markup that wait for the root element.
  private static let head = 1 << 20

  public init(to output: ByteOutput, name: String, prefixes: PrefixMap) throws {
    document = try XMLDocumentOutput(output)
    self.name = name
    namespaces = XMLNamespaces(prefixes)
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
    if !hasOntology {
      fragment.line(depth: 1)
      fragment.markup("<owl:Ontology rdf:about=\"")
      try Term.iri(IRI("https://w3id.org/stemma/export/" + name)).withBytes { try value($0.lexical, of: nil) }
      fragment.markup("\"/>")
    }
    let properties = properties
    try properties.forEachUndeclared { iri, kind in
      fragment.line(depth: 1)
      fragment.markup("<owl:")
      fragment.markup(kind)
      fragment.markup(" rdf:about=\"")
      try value(iri, of: nil)
      fragment.markup("\"/>")
    }
    if !hasRoot { try writeRoot() }
    try writeFragment()
    try document.writer.end()
    try document.writer.finish()
  }

  private mutating func writeGroup() throws {
    if group.isEmpty { return }
    group.sort()
    var element = SubjectElement()
    // Taken out, so that the rest of the writer can change while the group is read.
    var current = SubjectGroup()
    swap(&current, &group)
    defer { swap(&current, &group) }
    try current.forEach { subject, predicate, object in
      if element.isClosed { try open(&element, subject, predicate, object) }
      if element.isTypeWritten(predicate, object) { return }
      try write(Triple(subject, predicate, object), &element)
    }
    close(element)
    current.removeAll()
    if !hasRoot {
      if fragment.bytes.count < RDFXMLWriter.head { return }
      try writeRoot()
    }
    try writeFragment()
  }

  /// The root element, with the namespaces known by now.
  private mutating func writeRoot() throws {
    hasRoot = true
    namespaces.seal()
    try document.writer.start("rdf:RDF")
    for (prefix, namespace) in namespaces.declared {
      try document.writer.attribute(prefix.isEmpty ? "xmlns" : "xmlns:" + prefix, namespace)
    }
  }

  private mutating func writeFragment() throws {
    if fragment.bytes.isEmpty { return }
    try document.writer.write(fragment)
    fragment.removeAll()
  }
}

// MARK: - Elements

extension RDFXMLWriter {
  /// A statement with its terms still in the group's memory.
  struct Triple {
    let subject: TermBytes
    let predicate: TermBytes
    let object: TermBytes

    init(_ subject: TermBytes, _ predicate: TermBytes, _ object: TermBytes) {
      self.subject = subject
      self.predicate = predicate
      self.object = object
    }

    /// The refusal to write it.
    func refusal(_ reason: String) -> Diagnostic {
      UnwritableTerm(reason).refusal(subject, predicate, object, as: "RDF/XML")
    }
  }

  /// The element of the subject at hand.
  struct SubjectElement {
    /// The name in its end tag; empty while nothing is written.
    var name: [UInt8] = []
    /// The class that the element's name stands for.
    var type: TextBytes?
    var hasProperties = false

    var isClosed: Bool { name.isEmpty }

    func isTypeWritten(_ predicate: TermBytes, _ object: TermBytes) -> Bool {
      guard let type, isRDFType(predicate.lexical), object.kind == .iri else { return false }
      return sameBytes(type, object.lexical)
    }
  }

  private mutating func open(
    _ element: inout SubjectElement, _ subject: TermBytes, _ predicate: TermBytes, _ object: TermBytes
  ) throws {
    var tag = XMLNamespaces.Tag(
      opening: Array("<rdf:Description".utf8), closing: Array("</rdf:Description>".utf8))
    // `rdf:type` is sorted first.
    if isRDFType(predicate.lexical), object.kind == .iri, let typed = namespaces.tag(class: object.lexical) {
      tag = typed
      element.type = object.lexical
      note(subject, isA: object)
    }
    fragment.line(depth: 1)
    fragment.markup(tag.opening)
    element.name = tag.closing
    let triple = Triple(subject, predicate, object)
    if subject.kind == .iri {
      fragment.markup(" rdf:about=\"")
      try value(subject.lexical, of: triple)
    } else {
      fragment.markup(" rdf:nodeID=\"")
      fragment.markup(NodeID.of(subject.lexical))
    }
    fragment.markup("\"")
  }

  /// Keeps in mind what the graph declares itself.
  private mutating func note(_ subject: TermBytes, isA type: TermBytes) {
    guard subject.kind == .iri, type.lexical.starts(with: OWL.namespace.utf8) else { return }
    properties.declare(subject.lexical, as: type.lexical)
    if type.lexical.dropFirst(OWL.namespace.utf8.count).elementsEqual("Ontology".utf8) { hasOntology = true }
  }

  private mutating func close(_ element: SubjectElement) {
    guard element.hasProperties else { return fragment.markup("/>") }
    fragment.line(depth: 1)
    fragment.markup(element.name)
  }

  private mutating func write(_ triple: Triple, _ element: inout SubjectElement) throws {
    if !element.hasProperties { fragment.markup(">") }
    element.hasProperties = true
    if isRDFType(triple.predicate.lexical) { note(triple.subject, isA: triple.object) }
    let isLiteral = triple.object.kind == .literal
    guard
      let tag = properties.tag(triple.predicate.lexical, isLiteral: isLiteral, make: { namespaces.tag($0) })
    else { throw triple.refusal("the predicate does not end in a name that XML can use") }
    fragment.line(depth: 2)
    fragment.markup(tag.opening)
    switch triple.object.kind {
    case .iri:
      fragment.markup(" rdf:resource=\"")
      try value(triple.object.lexical, of: triple)
      fragment.markup("\"/>")
    case .blank:
      fragment.markup(" rdf:nodeID=\"")
      fragment.markup(NodeID.of(triple.object.lexical))
      fragment.markup("\"/>")
    case .literal:
      if !triple.object.language.isEmpty {
        fragment.markup(" xml:lang=\"")
        try language(triple)
        fragment.markup("\"")
      } else if !triple.object.datatype.isEmpty {
        fragment.markup(" rdf:datatype=\"")
        try value(triple.object.datatype, of: triple)
        fragment.markup("\"")
      }
      fragment.markup(">")
      do {
        try fragment.text(triple.object.lexical)
      } catch {
        throw triple.refusal("XML cannot hold \(error)")
      }
      fragment.markup(tag.closing)
    }
  }

  /// An IRI as the value of an attribute.
  private mutating func value(_ iri: TextBytes, of triple: Triple?) throws {
    guard isAbsoluteIRI(iri) else {
      let text = String(decoding: iri, as: UTF8.self)
      throw triple?.refusal("'\(text)' is not an absolute IRI")
        ?? Diagnostic.error("cannot write '\(text)' as RDF/XML: it is not an absolute IRI")
    }
    do {
      try fragment.value(iri)
    } catch {
      throw triple?.refusal("XML cannot hold \(error)") ?? Diagnostic.error("XML cannot hold \(error)")
    }
  }

  private mutating func language(_ triple: Triple) throws {
    guard isLanguageTag(triple.object.language) else {
      throw triple.refusal("'\(String(decoding: triple.object.language, as: UTF8.self))' is no language tag")
    }
    fragment.markup(triple.object.language)
  }
}
