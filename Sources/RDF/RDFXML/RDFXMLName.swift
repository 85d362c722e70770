import XML

/// The names of RDF/XML's grammar and where each may stand (RDF 1.1 XML Syntax §5.1, §6.2).
enum RDFXMLName {
  /// Names that are no class and no property.
  private static let core: Set<String> = [
    "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype",
  ]
  private static let withdrawn: Set<String> = ["aboutEach", "aboutEachPrefix", "bagID"]

  /// Whether `name` is `rdf:` and one of the grammar's local names.
  static func isRDF(_ name: XMLTag.Name, _ local: String) -> Bool {
    name.local == local && name.namespace == RDF.namespace
  }

  static func isNodeElement(_ name: XMLTag.Name) -> Bool {
    isAllowed(name) && !isRDF(name, "li")
  }

  static func isPropertyElement(_ name: XMLTag.Name) -> Bool {
    isAllowed(name) && !isRDF(name, "Description")
  }

  static func isPropertyAttribute(_ name: XMLTag.Name) -> Bool {
    isAllowed(name) && !isRDF(name, "Description") && !isRDF(name, "li")
  }

  private static func isAllowed(_ name: XMLTag.Name) -> Bool {
    name.namespace != RDF.namespace || !core.contains(name.local) && !withdrawn.contains(name.local)
  }
}
