import CLibXML2
import Diagnostics

/// A whole XML or HTML document as a tree, parsed by libxml2.
///
/// Nothing is fetched, no external entity is read, entity bombs and documents nested deeper than libxml2's limits are refused.
public struct XMLDocument: Sendable {
  public let root: XMLNode

  public init(root: XMLNode) { self.root = root }

  /// Parses well-formed XML; throws a `Diagnostic` with the place of the first error otherwise.
  public init(xml bytes: [UInt8], name: String) throws {
    guard !XMLTagLength.isExceeded(in: bytes) else {
      throw Diagnostic.error(
        "'\(name)' has a tag of more than \(ByteCount(XMLTagLength.limit)): not read")
    }
    guard let context = xmlNewParserCtxt() else { throw Diagnostic.error("no memory to parse '\(name)'") }
    defer { xmlFreeParserCtxt(context) }
    let builder = XMLTreeBuilder(listeningTo: context)
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    // The bytes are UTF-8, whatever the declaration says that they once were.
    let document = bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil,
        "UTF-8", options)
    }
    defer { if let document { xmlFreeDoc(document) } }
    if builder.isTooLarge {
      throw Diagnostic.error("'\(name)' has more than \(XMLTreeBuilder.limit) elements: not read")
    }
    guard context.pointee.wellFormed == 1, let root = builder.root else {
      throw builder.failure.diagnostic(bytes, name: name)
    }
    self.root = root
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
    var attributes: [(name: String, value: String)] = []
    var attribute = node.pointee.properties
    while let current = attribute {
      var value = ""
      var part = current.pointee.children
      while let text = part {
        value += string(text.pointee.content)
        part = text.pointee.next
      }
      attributes.append((string(current.pointee.name), value))
      attribute = current.pointee.next
    }
    var children: [XMLNode.Child] = []
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE: children.append(.element(tree(current)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: children.append(.text(string(current.pointee.content)))
      default: break
      }
      child = current.pointee.next
    }
    return XMLNode(
      name: string(node.pointee.name), attributes: attributes, children: children,
      line: Int(node.pointee.line))
  }

  private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String {
    bytes.map { String(decodingCString: $0, as: UTF8.self) } ?? ""
  }
}
