import XML

/// A tag's attributes, sorted into the grammar's own and those that state a property (RDF 1.1 XML Syntax §6.1.2).
struct RDFXMLAttributes {
  private(set) var id: String?
  private(set) var about: String?
  private(set) var nodeID: String?
  private(set) var resource: String?
  private(set) var datatype: String?
  private(set) var parseType: String?
  /// `xml:base` and `xml:lang` as written.
  private(set) var base: String?
  private(set) var language: String?
  /// `rdf:type` among them, whose value is an IRI.
  private(set) var properties: [(name: XMLTag.Name, value: String)] = []

  init(_ tag: XMLTag) throws {
    for (name, value) in tag.attributes {
      switch (name.namespace, name.local) {
      case (RDFXMLAttributes.xml, "base"): base = value
      case (RDFXMLAttributes.xml, "lang"): language = value
      case (RDF.namespace, _): try takeRDF(name, value)
      // Names that begin with 'xml' belong to XML itself.
      case (RDFXMLAttributes.xml, _): break
      case ("", let local) where local.lowercased().hasPrefix("xml"): break
      case ("", "ID"), ("", "about"), ("", "resource"), ("", "parseType"), ("", "type"):
        try takeRDF(XMLTag.Name(prefix: "", namespace: RDF.namespace, local: name.local), value)
      case ("", let local):
        throw XMLStreamHandlerError("the attribute '\(local)' has no namespace")
      default: properties.append((name, value))
      }
    }
  }

  private static let xml = "http://www.w3.org/XML/1998/namespace"

  private mutating func takeRDF(_ name: XMLTag.Name, _ value: String) throws {
    switch name.local {
    case "ID": id = value
    case "about": about = value
    case "nodeID": nodeID = value
    case "resource": resource = value
    case "datatype": datatype = value
    case "parseType": parseType = value
    default:
      guard RDFXMLName.isPropertyAttribute(name) else {
        throw XMLStreamHandlerError("'rdf:\(name.local)' may not stand as an attribute")
      }
      properties.append((name, value))
    }
  }

  /// Throws where an attribute stands that `place` does not allow.
  func refuse(_ forbidden: [(name: String, value: String?)], in place: String) throws {
    if let (name, _) = forbidden.first(where: { $0.value != nil }) {
      throw XMLStreamHandlerError("'rdf:\(name)' may not stand \(place)")
    }
  }

  /// Throws where an attribute states a property.
  func refuseProperties(in place: String) throws {
    if let (name, _) = properties.first {
      throw XMLStreamHandlerError("the attribute '\(name.qualified)' may not stand \(place)")
    }
  }
}
