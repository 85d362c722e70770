import XML

extension RDFXMLParser {
  /// A node element (§7.2.11): states its type and the properties that stand as attributes; the top frame becomes its.
  ///
  /// - Returns: the node.
  func openNode(_ name: XMLTag.Name, _ attributes: RDFXMLAttributes) throws -> Term {
    guard RDFXMLName.isNodeElement(name) else {
      throw XMLStreamHandlerError("'\(name.qualified)' may not stand where a node is expected")
    }
    try attributes.refuse(
      [
        ("resource", attributes.resource), ("datatype", attributes.datatype),
        ("parseType", attributes.parseType),
      ], in: "in a node element")
    let node: Term
    switch (attributes.id, attributes.about, attributes.nodeID) {
    case (let id?, nil, nil): node = .iri(try iri(id: id))
    case (nil, let about?, nil): node = .iri(try iri(about))
    case (nil, nil, let nodeID?): node = try blank(nodeID: nodeID)
    case (nil, nil, nil): node = freshBlank()
    default: throw XMLStreamHandlerError("only one of 'rdf:ID', 'rdf:about' and 'rdf:nodeID' may stand here")
    }
    if !RDFXMLName.isRDF(name, "Description") { try state(node, RDF.type, .iri(try iri(name))) }
    try stateProperties(attributes, of: node)
    frames[frames.count - 1].content = .properties(of: node, items: 0)
    return node
  }

  /// A property element (§7.2.14); the top frame becomes its.
  func openProperty(
    _ name: XMLTag.Name, _ predicate: IRI, _ attributes: RDFXMLAttributes, of subject: Term
  ) throws {
    guard RDFXMLName.isPropertyElement(name) else {
      throw XMLStreamHandlerError("'\(name.qualified)' may not stand where a property is expected")
    }
    try attributes.refuse([("about", attributes.about)], in: "in a property element")
    let property = RDFXMLFrame.PendingProperty(
      subject: subject, predicate: predicate, attributes: attributes,
      statement: try attributes.id.map { try iri(id: $0) })
    let top = frames.count - 1
    guard let parseType = attributes.parseType else {
      frames[top].content = .value(property)
      return
    }
    let place = "beside 'rdf:parseType'"
    try attributes.refuse(
      [
        ("resource", attributes.resource), ("datatype", attributes.datatype), ("nodeID", attributes.nodeID),
      ], in: place)
    try attributes.refuseProperties(in: place)
    switch parseType {
    case "Resource":
      let node = freshBlank()
      try finish(property, node)
      frames[top].content = .properties(of: node, items: 0)
    case "Collection": frames[top].content = .collection(property, last: nil)
    // Any other value means what "Literal" does (§7.2.20).
    default: frames[top].content = .literal(property, XMLCanonicalText())
    }
  }

  /// A node element inside a property element (§7.2.15), whose frame is at `holder`.
  func openObject(
    of property: RDFXMLFrame.PendingProperty, _ name: XMLTag.Name, _ attributes: RDFXMLAttributes,
    in holder: Int
  ) throws {
    let place = "in a property that holds a node"
    try property.attributes.refuse(
      [
        ("resource", property.attributes.resource), ("datatype", property.attributes.datatype),
        ("nodeID", property.attributes.nodeID),
      ], in: place)
    try property.attributes.refuseProperties(in: place)
    if !property.text.allSatisfy(isXMLSpace) {
      throw XMLStreamHandlerError("a property holds text or a node, found '\(name.qualified)' after text")
    }
    let node = try openNode(name, attributes)
    frames[holder].content = .full
    try finish(property, node)
  }

  /// The end of a property element that holds no node (§7.2.16, §7.2.21).
  func closeValue(_ property: RDFXMLFrame.PendingProperty) throws {
    let attributes = property.attributes
    if attributes.resource == nil, attributes.nodeID == nil, attributes.properties.isEmpty {
      let text = String(decoding: property.text, as: UTF8.self)
      guard let datatype = attributes.datatype else { return try finish(property, plainLiteral(text)) }
      return try finish(property, .literal(Literal(text, datatype: try iri(datatype))))
    }
    let place = "in a property whose object its attributes give"
    try attributes.refuse([("datatype", attributes.datatype)], in: place)
    if !property.text.allSatisfy(isXMLSpace) { throw XMLStreamHandlerError("text may not stand \(place)") }
    let object: Term
    switch (attributes.resource, attributes.nodeID) {
    case (let resource?, nil): object = .iri(try iri(resource))
    case (nil, let nodeID?): object = try blank(nodeID: nodeID)
    case (nil, nil): object = freshBlank()
    default: throw XMLStreamHandlerError("only one of 'rdf:resource' and 'rdf:nodeID' may stand here")
    }
    try finish(property, object)
    try stateProperties(attributes, of: object)
  }

  /// States a property, and where it has an `rdf:ID` the statement itself (§7.3).
  func finish(_ property: RDFXMLFrame.PendingProperty, _ object: Term) throws {
    try state(property.subject, property.predicate, object)
    guard let statement = property.statement.map(Term.iri) else { return }
    try state(statement, RDF.type, .iri(IRI(RDF.namespace + "Statement")))
    try state(statement, IRI(RDF.namespace + "subject"), property.subject)
    try state(statement, IRI(RDF.namespace + "predicate"), .iri(property.predicate))
    try state(statement, IRI(RDF.namespace + "object"), object)
  }

  private func stateProperties(_ attributes: RDFXMLAttributes, of node: Term) throws {
    for (name, value) in attributes.properties {
      let object = RDFXMLName.isRDF(name, "type") ? Term.iri(try iri(value)) : plainLiteral(value)
      try state(node, try iri(name), object)
    }
  }
}
