/// Takes what an `XMLStream` finds, in the order of the document.
///
/// An error of its own that concerns the document is thrown as an `XMLStreamHandlerError`, to which the stream adds the place.
public protocol XMLStreamHandler: AnyObject {
  func open(_ tag: XMLTag) throws
  func close() throws
  /// A piece of character data, references and CDATA resolved; one text may come in several pieces. The bytes are UTF-8, valid
  /// only during the call.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
  func comment(_ text: String) throws
  func instruction(target: String, data: String) throws
}

/// A start tag with namespaces resolved.
public struct XMLTag {
  /// A name with its namespace; both of them and the prefix are empty where there is none.
  public struct Name: Hashable {
    public let prefix: String
    public let namespace: String
    public let local: String

    public init(prefix: String, namespace: String, local: String) {
      self.prefix = prefix
      self.namespace = namespace
      self.local = local
    }

    /// As it is written in the document.
    public var qualified: String { prefix.isEmpty ? local : prefix + ":" + local }
  }

  public let name: Name
  /// Attributes, those that the document type defaults included; namespace declarations are none.
  public let attributes: [(name: Name, value: String)]
}

/// What a handler finds wrong in a document.
public struct XMLStreamHandlerError: Error {
  public let message: String
  public let hint: String?

  public init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}

/// An error with its place in the bytes of the document.
public struct XMLStreamError: Error {
  public enum Place: Sendable {
    /// Both from 1; the column counts bytes.
    case position(line: Int, column: Int)
    /// The tag or text that the handler was given last ends here.
    case end(offset: Int)
  }

  public let message: String
  public let hint: String?
  public let place: Place
}
