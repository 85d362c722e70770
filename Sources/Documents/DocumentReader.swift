import Archives
import Diagnostics
import XML

/// Reads documents from files of any supported form, told apart by what is in them, not by their names.
///
///     let documents = try DocumentReader.read(path: "resolution-73-27.md")
public enum DocumentReader {
  /// The most bytes of a file, packed or not: a PDF holds fonts and pictures too.
  public static let fileLimit = 64 << 20
  /// The most bytes of text that is taken for a document, some hundred times the longest resolution.
  static let textLimit = 32 << 20

  /// The most bytes of a paragraph: ten times the longest there is. What governs a citation is sought through its whole paragraph.
  static let paragraphLimit = 256 << 10

  /// The documents in `bytes`: one as a rule, several where a file holds resolutions A and B.
  ///
  /// - Parameter name: what messages call the file.
  /// - Throws: a `Diagnostic` that says why the file cannot be read.
  public static func read(_ bytes: [UInt8], name: String) throws -> [Document] {
    try check(size: bytes.count, limit: fileLimit, name: name)
    var bytes = bytes
    if FileForm(bytes) == .gzip {
      bytes = try Gzip.unpacked(bytes, name: name, limit: fileLimit)
      if FileForm(bytes) == .gzip { throw Diagnostic.error("'\(name)' is packed by gzip more than once") }
    }
    var documents = try readUnpacked(bytes, name: name)
    for paragraph in documents.lazy.flatMap(\.paragraphs) where paragraph.text.utf8.count > paragraphLimit {
      throw tooLong("paragraph", paragraph.text.utf8.count, name)
    }
    for index in documents.indices { documents[index].warnings = Doubts.about(documents[index]) }
    return documents
  }

  /// The documents in the file at `path`.
  public static func read(path: String) throws -> [Document] {
    try read(FileBytes.read(path), name: path)
  }

  /// - Throws: a `Diagnostic` where a file of `size` bytes is too large to be a document; better asked before it is read.
  public static func check(size: Int, limit: Int = fileLimit, name: String) throws {
    if size > limit {
      throw Diagnostic.error(
        "'\(name)' has \(ByteCount(size)), expected a document of at most \(ByteCount(limit))")
    }
  }

  private static func readUnpacked(_ bytes: [UInt8], name: String) throws -> [Document] {
    switch FileForm(bytes) {
    case .zip: return try DOCXReader.read(bytes, name: name)
    case .pdf:
      let text = try PDFText.text(of: bytes, name: name, limit: textLimit)
      return TextSplitter.parts(text).flatMap(TextReader.read)
    case .compound:
      throw Diagnostic.error(
        "'\(name)' is a Word file of the old binary form, or encrypted",
        hint: "save it as DOCX without a password")
    case .rtf: throw Diagnostic.error("'\(name)' is RTF", hint: "save it as DOCX, PDF or plain text")
    case .webArchive: throw Diagnostic.error("'\(name)' is a web archive", hint: "save the page as HTML")
    case .gzip, .text: return try readText(bytes, name: name)
    }
  }

  private static func readText(_ bytes: [UInt8], name: String) throws -> [Document] {
    try check(size: bytes.count, limit: textLimit, name: name)
    let text = try TextDecoding.utf8(bytes, name: name)
    switch TextForm(text) {
    case .xml:
      let tree = try XMLDocument(xml: text, name: name)
      guard AKNReader.accepts(tree.root) else {
        throw Diagnostic.error(
          "'\(name)' is XML but not Akoma Ntoso: its first element is '\(tree.root.name)'")
      }
      return AKNReader.read(tree.root)
    case .html:
      return try HTMLPages.parts(HTMLConditions.removed(from: text)).flatMap { page in
        HTMLReader.read(try XMLDocument(html: Array(page), name: name).root)
      }
    case .markdown:
      try check(linesOf: text, name: name)
      return MarkdownReader.read(Array(TextForm.withoutComments(text)))
    case .plain:
      try check(linesOf: text, name: name)
      return TextSplitter.parts(text).flatMap(TextReader.read)
    }
  }

  /// Refuses a line that would make too long a paragraph, before anything else is done with it.
  private static func check(linesOf text: [UInt8], name: String) throws {
    var start = 0
    while start < text.count {
      let end = text.withUnsafeBufferPointer { text in
        text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      }
      if end - start > paragraphLimit { throw tooLong("line", end - start, name) }
      start = end + 1
    }
  }

  private static func tooLong(_ what: String, _ size: Int, _ name: String) -> Diagnostic {
    .error("'\(name)' holds a \(what) of \(ByteCount(size)), expected at most \(ByteCount(paragraphLimit))")
  }
}
