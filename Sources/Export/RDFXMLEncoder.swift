import Diagnostics
import RDF
import XML

/// The elements of an RDF/XML document's subjects: a typed element for each, its properties in the order in which they come.
///
/// Several may work on parts of one document at once, when the root element has been written.
final class RDFXMLEncoder: SubjectSink {
  private(set) var namespaces: XMLNamespaces
  let classes: ElementNames
  let properties: ElementNames
  private(set) var declarations = Declarations()
  let fragment = XMLFragment()

  /// Empty until its element is open.
  private var subject = TermBytes(kind: .iri, lexical: UnsafeBufferPointer(start: nil, count: 0))
  private var isOpen = false
  private var hasProperties = false
  /// The class that stands in the element's name; nil = `rdf:Description`.
  private var type: Int?
  /// The datatype written last, and its markup.
  private var datatype: (iri: [UInt8], attribute: [UInt8]) = ([], [])

  init(_ namespaces: XMLNamespaces) {
    self.namespaces = namespaces
    classes = ElementNames(depth: 1, attribute: " rdf:about=\"")
    properties = ElementNames(depth: 2, attribute: " rdf:resource=\"")
  }

  /// One that goes on where `other` is, with a fragment of its own.
  init(continuing other: RDFXMLEncoder) {
    namespaces = other.namespaces
    classes = ElementNames(copying: other.classes)
    properties = ElementNames(copying: other.properties)
  }

  /// What stands in the root element is known by now: further namespaces are declared where they are used.
  func seal() { namespaces.seal() }

  /// Takes over what an encoder of another part has learned for the end of the document.
  func merge(_ other: RDFXMLEncoder) {
    properties.merge(other.properties)
    declarations.merge(other.declarations)
  }

  func begin(_ subject: TermBytes) {
    self.subject = subject
    isOpen = false
    hasProperties = false
  }

  func add(_ predicate: TermBytes, _ object: TermBytes) throws {
    if isRDFType(predicate.lexical) {
      declarations.note(subject, isA: object)
      if !isOpen {
        // The first class gives the element its name.
        let isNamed = object.kind == .iri ? classIndex(of: object) : nil
        try open(isNamed, predicate, object)
        if isNamed != nil { return }
      }
    } else if !isOpen {
      try open(nil, predicate, object)
    }
    if !hasProperties {
      fragment.markup(">")
      hasProperties = true
    }
    try write(predicate, object)
  }

  func end() {
    guard isOpen else { return }
    guard hasProperties else { return fragment.markup("/>") }
    fragment.line(depth: 1)
    if let type {
      classes.write(classes.elements[type].closing, to: fragment)
    } else {
      fragment.markup("</rdf:Description>")
    }
  }

  private func classIndex(of iri: TermBytes) -> Int? {
    let index = classes.index(of: iri) { namespaces.tag($0) }
    return classes.elements[index].hasName ? index : nil
  }

  private func open(_ type: Int?, _ predicate: TermBytes, _ object: TermBytes) throws {
    isOpen = true
    self.type = type
    if let type {
      let element = classes.elements[type]
      classes.write(subject.kind == .iri ? element.attribute : element.opening, to: fragment)
    } else {
      fragment.line(depth: 1)
      fragment.markup("<rdf:Description")
      if subject.kind == .iri { fragment.markup(" rdf:about=\"") }
    }
    if subject.kind == .iri {
      try value(subject.lexical, predicate, object)
    } else {
      fragment.markup(" rdf:nodeID=\"")
      fragment.markup(NodeID.of(subject.lexical))
    }
    fragment.markup("\"")
  }

  private func write(_ predicate: TermBytes, _ object: TermBytes) throws {
    let index = properties.index(of: predicate) { namespaces.tag($0) }
    let element = properties.elements[index]
    guard element.hasName else {
      throw refusal("the predicate does not end in a name that XML can use", predicate, object)
    }
    properties.note(index, isLiteral: object.kind == .literal)
    switch object.kind {
    case .iri:
      properties.write(element.attribute, to: fragment)
      try value(object.lexical, predicate, object)
      fragment.markup("\"/>")
    case .blank:
      properties.write(element.opening, to: fragment)
      fragment.markup(" rdf:nodeID=\"")
      fragment.markup(NodeID.of(object.lexical))
      fragment.markup("\"/>")
    case .literal:
      properties.write(element.opening, to: fragment)
      if !object.language.isEmpty {
        try language(predicate, object)
      } else if !object.datatype.isEmpty {
        try datatype(predicate, object)
      }
      fragment.markup(">")
      do {
        try fragment.text(object.lexical)
      } catch {
        throw refusal("XML cannot hold \(error)", predicate, object)
      }
      properties.write(element.closing, to: fragment)
    }
  }

  /// An IRI as the value of an attribute.
  private func value(_ iri: TextBytes, _ predicate: TermBytes, _ object: TermBytes) throws {
    guard isAbsoluteIRI(iri) else {
      let text = String(decoding: iri, as: UTF8.self)
      throw refusal("'\(text)' is not an absolute IRI", predicate, object)
    }
    do {
      try fragment.value(iri)
    } catch {
      throw refusal("XML cannot hold \(error)", predicate, object)
    }
  }

  private func language(_ predicate: TermBytes, _ object: TermBytes) throws {
    guard isLanguageTag(object.language) else {
      let tag = String(decoding: object.language, as: UTF8.self)
      throw refusal("'\(tag)' is no language tag", predicate, object)
    }
    fragment.markup(" xml:lang=\"")
    fragment.markup(object.language)
    fragment.markup("\"")
  }

  private func datatype(_ predicate: TermBytes, _ object: TermBytes) throws {
    let isKnown = datatype.iri.withUnsafeBufferPointer { sameBytes($0, object.datatype) }
    if isKnown { return fragment.markup(datatype.attribute) }
    let start = fragment.bytes.count
    fragment.markup(" rdf:datatype=\"")
    try value(object.datatype, predicate, object)
    fragment.markup("\"")
    datatype = (Array(object.datatype), Array(fragment.bytes[start...]))
  }

  /// The refusal to write a statement of the subject at hand.
  private func refusal(_ reason: String, _ predicate: TermBytes, _ object: TermBytes) -> Diagnostic {
    UnwritableTerm(reason).refusal(subject, predicate, object, as: "RDF/XML")
  }
}
