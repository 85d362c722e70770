import CLibXML2
import Diagnostics

/// Writes a well-formed, indented XML 1.0 document as a stream, through libxml2.
///
///     var writer = try XMLWriter { bytes in try output.append(…) }
///     try writer.start("graphml", ["xmlns": "http://graphml.graphdrawing.org/xmlns"])
///     try writer.start("key", ["id": "label"])
///     try writer.end()
///     try writer.end()
///     try writer.finish()
///
/// Names and characters are checked before they are written, because libxml2 does not. An element holds either elements or
/// text. The bytes arrive in pieces of about 4 KB; an error thrown there comes out of the next call.
public struct XMLWriter: ~Copyable {
  private let writer: xmlTextWriterPtr
  private let target: Target
  /// The open elements: whether elements or fragments have been written into each.
  private var hasChildren: [Bool] = []

  /// What libxml2's callback reaches.
  private final class Target {
    let write: (UnsafeRawBufferPointer) throws -> Void
    var failure: (any Error)?

    init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.write = write }
  }

  public init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) throws {
    let target = Target(write)
    let handle = Unmanaged.passRetained(target)
    let buffer = xmlOutputBufferCreateIO(
      { handle, bytes, count in
        guard let handle else { return -1 }
        let target = Unmanaged<Target>.fromOpaque(handle).takeUnretainedValue()
        // A negative answer would make libxml2 print a message of its own; `check` reports the failure.
        if target.failure != nil { return count }
        do {
          try target.write(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        } catch {
          target.failure = error
        }
        return count
      },
      { handle in
        if let handle { Unmanaged<Target>.fromOpaque(handle).release() }
        return 0
      }, handle.toOpaque(), nil)
    guard let buffer else {
      handle.release()
      throw XMLWriter.outOfMemory
    }
    guard let writer = xmlNewTextWriter(buffer) else {
      xmlOutputBufferClose(buffer)
      throw XMLWriter.outOfMemory
    }
    guard xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil) >= 0 else {
      xmlFreeTextWriter(writer)
      throw XMLWriter.outOfMemory
    }
    self.writer = writer
    self.target = target
  }

  deinit { xmlFreeTextWriter(writer) }

  /// Opens an element on a line of its own, with `attributes` in the order given.
  public mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) throws {
    guard XMLText.isQName(name) else { throw XMLWriter.badName(name) }
    if !hasChildren.isEmpty { try beginLine() }
    hasChildren.append(false)
    try check(xmlTextWriterStartElement(writer, name))
    for (name, value) in attributes { try attribute(name, value) }
  }

  /// An attribute of the element just opened.
  public mutating func attribute(_ name: String, _ value: String) throws {
    guard XMLText.isQName(name) else { throw XMLWriter.badName(name) }
    try requireCharacters(of: value)
    try check(xmlTextWriterWriteAttribute(writer, name, value))
  }

  /// Character data of the open element.
  public mutating func text(_ text: String) throws {
    try requireCharacters(of: text)
    try check(xmlTextWriterWriteString(writer, text))
  }

  /// Closes the element opened last.
  public mutating func end() throws {
    if hasChildren.popLast() == true { try raw(indentation) }
    try check(xmlTextWriterEndElement(writer))
  }

  /// An element with nothing but text in it.
  public mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
  ) throws {
    try start(name, attributes)
    try self.text(text)
    try end()
  }

  /// Markup made by hand; it begins with a line break (`XMLFragment.line`) and leaves no element open.
  public mutating func write(_ fragment: XMLFragment) throws {
    markChild()
    // libxml2 counts in 32 bits.
    var rest = fragment.bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeBufferPointer(rebasing: rest.prefix(1 << 30))
      try check(xmlTextWriterWriteRawLen(writer, piece.baseAddress, Int32(piece.count)))
      rest = rest.dropFirst(piece.count)
    }
  }

  /// Ends the document and hands over everything; to be called once, last.
  public mutating func finish() throws {
    try check(xmlTextWriterEndDocument(writer))
    try check(xmlTextWriterFlush(writer))
  }
}

extension XMLWriter {
  private var indentation: String { "\n" + String(repeating: "  ", count: hasChildren.count) }

  private mutating func markChild() {
    if !hasChildren.isEmpty { hasChildren[hasChildren.count - 1] = true }
  }

  private mutating func beginLine() throws {
    markChild()
    try raw(indentation)
  }

  private func raw(_ text: String) throws { try check(xmlTextWriterWriteRaw(writer, text)) }

  private func check(_ status: Int32) throws {
    if let failure = target.failure { throw failure }
    if status < 0 { throw Diagnostic.error("libxml2 could not write the XML document") }
  }

  private func requireCharacters(of text: String) throws {
    var text = text
    if let forbidden = text.withUTF8({ XMLText.firstForbidden(in: $0) }) {
      throw Diagnostic.error("XML cannot hold \(forbidden)")
    }
  }

  private static func badName(_ name: String) -> Diagnostic { .error("'\(name)' is not an XML name") }

  private static var outOfMemory: Diagnostic { .error("cannot write XML: out of memory") }
}
