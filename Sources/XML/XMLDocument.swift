import CLibXML2
import Diagnostics

/// A whole XML or HTML document as a tree, parsed by libxml2.
///
/// Nothing is fetched, no external entity is read, entity bombs and documents nested deeper than libxml2's limits are refused.
public struct XMLDocument: Sendable {
  public var root: XMLNode

  public init(root: XMLNode) { self.root = root }

  /// Parses well-formed XML; throws a `Diagnostic` with the place of the first error otherwise.
  public init(xml bytes: [UInt8], name: String) throws {
    guard let context = xmlNewParserCtxt() else { throw Diagnostic.error("no memory to parse '\(name)'") }
    defer { xmlFreeParserCtxt(context) }
    let failure = XMLFailure()
    failure.listen(to: context)
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let document = bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil,
        nil,
        options)
    }
    defer { if let document { xmlFreeDoc(document) } }
    guard let document, context.pointee.wellFormed == 1, let root = xmlDocGetRootElement(document) else {
      throw failure.diagnostic(bytes, name: name)
    }
    self.root = XMLDocument.tree(root)
  }

  /// Parses HTML as browsers write and forgive it; throws only where nothing at all can be made of it.
  public init(html bytes: [UInt8], name: String) throws {
    let options = Int32(
      HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        | HTML_PARSE_RECOVER.rawValue)
    let document = bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, "UTF-8",
        options)
    }
    defer { if let document { xmlFreeDoc(document) } }
    guard let document, let root = xmlDocGetRootElement(document) else {
      throw Diagnostic.error("'\(name)' holds no HTML element")
    }
    self.root = XMLDocument.tree(root)
  }

  private static func tree(_ node: xmlNodePtr) -> XMLNode {
    var element = XMLNode(name: string(node.pointee.name), line: Int(node.pointee.line))
    var attribute = node.pointee.properties
    while let current = attribute {
      var value = ""
      var part = current.pointee.children
      while let text = part {
        value += string(text.pointee.content)
        part = text.pointee.next
      }
      element.attributes.append((string(current.pointee.name), value))
      attribute = current.pointee.next
    }
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE: element.children.append(.element(tree(current)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        element.children.append(.text(string(current.pointee.content)))
      case XML_ENTITY_REF_NODE: if let text = plainEntity(current) { element.children.append(.text(text)) }
      default: break
      }
      child = current.pointee.next
    }
    return element
  }

  /// The text of an entity that the document itself declares, if it holds neither mark-up nor further entities.
  private static func plainEntity(_ node: xmlNodePtr) -> String? {
    guard let entity = xmlGetDocEntity(node.pointee.doc, node.pointee.name),
      entity.pointee.etype == XML_INTERNAL_GENERAL_ENTITY, let content = entity.pointee.content
    else { return nil }
    let text = string(content)
    return text.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") } ? nil : text
  }

  private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String {
    bytes.map { String(decodingCString: $0, as: UTF8.self) } ?? ""
  }
}
