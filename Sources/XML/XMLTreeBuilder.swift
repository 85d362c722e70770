import CLibXML2

/// Builds a tree from the events of libxml2's parser, so that its own tree, several times as large, is never made.
final class XMLTreeBuilder {
  /// The most elements of a document; the largest resolution has some hundred thousand.
  static let limit = 2_000_000

  private struct Open {
    var name: String
    var attributes: [(name: String, value: String)]
    var children: [XMLNode.Child] = []
    var line: Int
  }

  private(set) var root: XMLNode?
  private(set) var isTooLarge = false
  let failure = XMLFailure()
  private var open: [Open] = []
  /// The text since the latest tag.
  private var text: [UInt8] = []
  private var count = 0
  private let context: xmlParserCtxtPtr
  /// Names by where libxml2 keeps them, each in one place, so that few are read anew.
  private var names = [(place: UnsafePointer<xmlChar>?, name: String)](repeating: (nil, ""), count: 64)

  /// Takes in the context's events and errors; it must outlive the parse.
  init(listeningTo context: xmlParserCtxtPtr) {
    self.context = context
    context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
    guard let handler = context.pointee.sax else { return }
    handler.pointee.startElementNs = { data, name, _, _, _, _, attributeCount, _, attributes in
      XMLTreeBuilder.of(data)?.start(name, attributes, Int(attributeCount))
    }
    handler.pointee.endElementNs = { data, _, _, _ in XMLTreeBuilder.of(data)?.end() }
    handler.pointee.characters = { data, bytes, count in
      XMLTreeBuilder.of(data)?.append(bytes, Int(count))
    }
    handler.pointee.ignorableWhitespace = handler.pointee.characters
    handler.pointee.cdataBlock = handler.pointee.characters
    handler.pointee.comment = nil
    handler.pointee.processingInstruction = nil
    handler.pointee.reference = { data, name in XMLTreeBuilder.of(data)?.refer(to: name) }
    handler.pointee.serror = { data, error in
      guard let error, error.pointee.level != XML_ERR_WARNING else { return }
      XMLTreeBuilder.of(data)?.failure.take(error.pointee)
    }
  }

  /// The builder that listens to a context; nil for the contexts in which libxml2 tries out an entity's text.
  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    guard let context = data?.assumingMemoryBound(to: xmlParserCtxt.self),
      let box = context.pointee._private
    else { return nil }
    let builder = Unmanaged<XMLTreeBuilder>.fromOpaque(box).takeUnretainedValue()
    return builder.context == context ? builder : nil
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    _ attributeCount: Int
  ) {
    closeText()
    count += 1
    if count > XMLTreeBuilder.limit {
      isTooLarge = true
      xmlStopParser(context)
      return
    }
    var element = Open(
      name: self.name(name), attributes: [],
      line: Int(context.pointee.input?.pointee.line ?? 0))
    if let attributes, attributeCount > 0 {
      element.attributes.reserveCapacity(attributeCount)
      for index in 0..<attributeCount {
        // Local name, prefix, namespace, start and end of the value.
        let fields = attributes + 5 * index
        guard let start = fields[3], let end = fields[4] else { continue }
        let value = UnsafeBufferPointer(start: start, count: end - start)
        element.attributes.append((self.name(fields[0]), XMLTreeBuilder.value(value)))
      }
    }
    open.append(element)
  }

  private func end() {
    closeText()
    guard let element = open.popLast() else { return }
    let node = XMLNode(
      name: element.name, attributes: element.attributes, children: element.children, line: element.line)
    if open.isEmpty {
      root = node
    } else {
      open[open.count - 1].children.append(.element(node))
    }
  }

  private func append(_ bytes: UnsafePointer<xmlChar>?, _ count: Int) {
    text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
  }

  private func closeText() {
    if text.isEmpty { return }
    if !open.isEmpty { open[open.count - 1].children.append(.text(String(decoding: text, as: UTF8.self))) }
    text.removeAll(keepingCapacity: true)
  }

  /// Takes in the text of an entity that the document itself declares, if it holds neither mark-up nor further entities.
  private func refer(to name: UnsafePointer<xmlChar>?) {
    guard let entity = xmlGetDocEntity(context.pointee.myDoc, name),
      entity.pointee.etype == XML_INTERNAL_GENERAL_ENTITY, let content = entity.pointee.content
    else { return }
    let plain = XMLTreeBuilder.string(content)
    if !plain.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
      text += plain.utf8
    }
  }

  /// An attribute's value, in which libxml2 leaves "&" written as a reference.
  private static func value(_ bytes: UnsafeBufferPointer<xmlChar>) -> String {
    let value = String(decoding: bytes, as: UTF8.self)
    return bytes.contains(UInt8(ascii: "&")) ? value.replacing("&#38;", with: "&") : value
  }

  private func name(_ place: UnsafePointer<xmlChar>?) -> String {
    let slot = Int(bitPattern: place) >> 2 & 63
    if names[slot].place != place { names[slot] = (place, XMLTreeBuilder.string(place)) }
    return names[slot].name
  }

  private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String {
    bytes.map { String(decodingCString: $0, as: UTF8.self) } ?? ""
  }
}
