import XML

extension RDFXMLParser: XMLStreamHandler {
  func open(_ tag: XMLTag) throws {
    let holder = frames.count - 1
    if case .literal(let property, var literal) = frames[holder].content {
      // Taken out, so that the text is not copied.
      frames[holder].content = .full
      literal.open(tag)
      frames[holder].content = .literal(property, literal)
      return
    }
    let attributes = try RDFXMLAttributes(tag)
    // The element's own base and language hold for its attributes already.
    frames.append(try scope(attributes, in: frames[holder]))
    switch frames[holder].content {
    case .nodes(isDocument: true) where RDFXMLName.isRDF(tag.name, "RDF"):
      try attributes.refuse(
        [
          ("ID", attributes.id), ("about", attributes.about), ("nodeID", attributes.nodeID),
          ("resource", attributes.resource), ("datatype", attributes.datatype),
          ("parseType", attributes.parseType),
        ], in: "in 'rdf:RDF'")
      try attributes.refuseProperties(in: "in 'rdf:RDF'")
    case .nodes: _ = try openNode(tag.name, attributes)
    case .properties(let subject, let items):
      let isItem = RDFXMLName.isRDF(tag.name, "li")
      if isItem { frames[holder].content = .properties(of: subject, items: items + 1) }
      let predicate = isItem ? IRI(RDF.namespace + "_\(items + 1)") : try iri(tag.name)
      try openProperty(tag.name, predicate, attributes, of: subject)
    case .value(let property): try openObject(of: property, tag.name, attributes, in: holder)
    case .collection(let property, let last):
      let item = try openNode(tag.name, attributes)
      let cell = freshBlank()
      if let last { try state(last, RDF.rest, cell) } else { try finish(property, cell) }
      try state(cell, RDF.first, item)
      frames[holder].content = .collection(property, last: cell)
    case .full:
      throw XMLStreamHandlerError("a property holds one node only, found '\(tag.name.qualified)' after it")
    case .literal: break
    }
  }

  func close() throws {
    if case .literal(let property, var literal) = frames[frames.count - 1].content, literal.depth > 0 {
      frames[frames.count - 1].content = .full
      literal.close()
      frames[frames.count - 1].content = .literal(property, literal)
      return
    }
    switch frames[frames.count - 1].content {
    case .value(let property): try closeValue(property)
    case .collection(let property, let last):
      if let last { try state(last, RDF.rest, .iri(RDF.nil)) } else { try finish(property, .iri(RDF.nil)) }
    case .literal(let property, let literal):
      let text = String(decoding: literal.bytes, as: UTF8.self)
      try finish(property, .literal(Literal(text, datatype: IRI(RDF.namespace + "XMLLiteral"))))
    case .nodes, .properties, .full: break
    }
    frames.removeLast()
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    let top = frames.count - 1
    switch frames[top].content {
    case .value(var property):
      frames[top].content = .full
      property.text.append(contentsOf: bytes)
      frames[top].content = .value(property)
    case .literal(let property, var literal):
      frames[top].content = .full
      literal.text(bytes)
      frames[top].content = .literal(property, literal)
    case .nodes, .properties, .full, .collection:
      if !bytes.allSatisfy(isXMLSpace) {
        throw XMLStreamHandlerError("text may not stand here", hint: "only elements may")
      }
    }
  }

  func comment(_ text: String) {
    guard case .literal(let property, var literal) = frames[frames.count - 1].content else { return }
    literal.comment(text)
    frames[frames.count - 1].content = .literal(property, literal)
  }

  func instruction(target: String, data: String) {
    guard case .literal(let property, var literal) = frames[frames.count - 1].content else { return }
    literal.instruction(target: target, data: data)
    frames[frames.count - 1].content = .literal(property, literal)
  }

  /// A frame with the base and language that the attributes leave in force (§6.1.2); until more is known it holds nodes.
  private func scope(_ attributes: RDFXMLAttributes, in outer: RDFXMLFrame) throws -> RDFXMLFrame {
    var frame = RDFXMLFrame(
      content: .nodes(isDocument: false), resolver: outer.resolver, language: outer.language)
    if let base = attributes.base {
      if outer.resolver == nil, !IRI.isAbsolute(base) {
        throw XMLStreamHandlerError("relative base '\(base)', and there is no base before it")
      }
      frame.resolver = IRIResolver(base: outer.resolver?.resolve(base) ?? base)
    }
    if var language = attributes.language {
      guard language.isEmpty || language.withUTF8({ isLanguageTag($0) }) else {
        throw XMLStreamHandlerError("'\(language)' is no language tag")
      }
      frame.language = language
    }
    return frame
  }
}

/// White space as XML defines it (XML 1.0 §2.3).
func isXMLSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
