import CLibXML2

/// Reads well-formed XML with namespaces from start to end and hands it over piece by piece, so that a document of any size is
/// read in the memory of its longest tag or text.
///
///     try XMLStream(handler).read(bytes)
///
/// Nothing is fetched and no file is opened: only entities that the document itself declares as text are known. What they expand
/// to is bounded.
public final class XMLStream {
  /// Entities may make a document this many times as long, once it is longer than `freeBytes`.
  private static let expansion = 20
  private static let freeBytes = 1 << 20

  private let handler: any XMLStreamHandler
  private let failure = XMLFailure()
  private var source = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var position = 0
  private var handedOver = 0
  private var handlerError: (any Error)?
  /// libxml2 keeps one copy of each name while it parses, so that a name is known by its address.
  private var names: [UnsafePointer<xmlChar>: String] = [:]

  public init(_ handler: any XMLStreamHandler) { self.handler = handler }

  /// Reads the whole of `bytes`; throws an `XMLStreamError`, or what the handler threw.
  public func read(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard let context = xmlNewParserCtxt() else {
      throw XMLStreamError(message: "out of memory", hint: nil, place: .end(offset: 0))
    }
    defer {
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(context)
    }
    source = bytes
    context.pointee.sax.pointee = XMLStream.callbacks
    context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
    _ = xmlCtxtReadIO(
      context, { XMLStream.of($0).fill($1, $2) }, nil, Unmanaged.passUnretained(self).toOpaque(), nil, nil,
      Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue))
    if let handlerError { throw handlerError }
    if let error = failure.streamError { throw error }
    if context.pointee.wellFormed != 1 {
      throw XMLStreamError(message: "no element found", hint: nil, place: .end(offset: bytes.count))
    }
  }

  private func fill(_ buffer: UnsafeMutablePointer<CChar>?, _ size: Int32) -> Int32 {
    let count = min(Int(size), source.count - position)
    guard count > 0, let buffer, let start = source.baseAddress else { return 0 }
    UnsafeMutableRawPointer(buffer).copyMemory(from: start + position, byteCount: count)
    position += count
    return Int32(count)
  }
}

// MARK: - What libxml2 calls

extension XMLStream {
  private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLStream {
    Unmanaged<XMLStream>.fromOpaque(pointer.unsafelyUnwrapped).takeUnretainedValue()
  }

  /// Calls `body` with the stream of a parser context, until something has gone wrong.
  private static func with(_ data: UnsafeMutableRawPointer?, _ body: (XMLStream) throws -> Void) {
    guard let context = data?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
    let stream = of(context.pointee._private)
    guard stream.handlerError == nil, !stream.failure.isSet else { return }
    do {
      try body(stream)
    } catch let error as XMLStreamHandlerError {
      stream.handlerError = XMLStreamError(
        message: error.message, hint: error.hint, place: .end(offset: xmlByteConsumed(context)))
      xmlStopParser(context)
    } catch {
      stream.handlerError = error
      xmlStopParser(context)
    }
  }

  private static var callbacks: xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startDocument = { data in
      xmlSAX2StartDocument(data)
      // Not the option of that name: it would have entities read from other files too.
      data?.assumingMemoryBound(to: xmlParserCtxt.self).pointee.replaceEntities = 1
    }
    sax.internalSubset = xmlSAX2InternalSubset
    sax.entityDecl = { data, name, type, publicID, systemID, content in
      // Any other kind would make the parser look for it elsewhere.
      if type == Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue) {
        xmlSAX2EntityDecl(data, name, type, publicID, systemID, content)
      }
    }
    sax.getEntity = { data, name in
      if let entity = xmlSAX2GetEntity(data, name) { return entity }
      XMLStream.with(data) { _ in
        throw XMLStreamHandlerError("unknown entity '&\(name.map { String(cString: $0) } ?? "");'")
      }
      return nil
    }
    sax.startElementNs = { data, local, prefix, namespace, _, _, count, _, attributes in
      XMLStream.with(data) { try $0.open(local, prefix, namespace, attributes, Int(count)) }
    }
    sax.endElementNs = { data, _, _, _ in XMLStream.with(data) { try $0.handler.close() } }
    sax.characters = { data, text, count in XMLStream.with(data) { try $0.text(text, Int(count)) } }
    sax.ignorableWhitespace = sax.characters
    sax.cdataBlock = sax.characters
    sax.comment = { data, text in
      XMLStream.with(data) { try $0.handler.comment(text.map { String(cString: $0) } ?? "") }
    }
    sax.processingInstruction = { data, target, text in
      XMLStream.with(data) {
        try $0.handler.instruction(
          target: target.map { String(cString: $0) } ?? "", data: text.map { String(cString: $0) } ?? "")
      }
    }
    sax.serror = { data, error in
      guard let context = data?.assumingMemoryBound(to: xmlParserCtxt.self), let error,
        error.pointee.level != XML_ERR_WARNING
      else { return }
      XMLStream.of(context.pointee._private).failure.take(error.pointee)
    }
    return sax
  }

  private func open(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) throws {
    var found: [(name: XMLTag.Name, value: String)] = []
    found.reserveCapacity(count)
    if let attributes {
      // Five pointers for each: local name, prefix, namespace, the value's start and end.
      for index in 0..<count {
        let parts = attributes + 5 * index
        guard let start = parts[3], let end = parts[4] else { continue }
        let value = UnsafeBufferPointer(start: start, count: end - start)
        try account(for: value.count)
        found.append((name(parts[0], parts[1], parts[2]), String(decoding: value, as: UTF8.self)))
      }
    }
    try handler.open(XMLTag(name: name(local, prefix, namespace), attributes: found))
  }

  private func text(_ start: UnsafePointer<xmlChar>?, _ count: Int) throws {
    try account(for: count)
    try handler.text(UnsafeBufferPointer(start: start, count: count))
  }

  private func account(for count: Int) throws {
    handedOver += count
    if handedOver > XMLStream.freeBytes + XMLStream.expansion * position {
      throw XMLStreamHandlerError("the document's entities expand to too much text")
    }
  }

  private func name(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ namespace: UnsafePointer<xmlChar>?
  ) -> XMLTag.Name {
    XMLTag.Name(prefix: string(prefix), namespace: string(namespace), local: string(local))
  }

  private func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer else { return "" }
    if let known = names[pointer] { return known }
    let made = String(cString: pointer)
    names[pointer] = made
    return made
  }
}
