import Diagnostics
import XML

/// Reads documents from files of any supported form, told apart by what is in them, not by their names.
///
///     let documents = try DocumentReader.read(path: "resolution-73-27.md")
public enum DocumentReader {
  /// The documents in `bytes`: one as a rule, several where a file holds resolutions A and B.
  ///
  /// - Parameter name: what messages call the file.
  /// - Throws: a `Diagnostic` that says why the file cannot be read.
  public static func read(_ bytes: [UInt8], name: String) throws -> [Document] {
    let text = try TextDecoding.utf8(bytes, name: name)
    switch TextForm(text) {
    case .xml:
      let tree = try XMLDocument(xml: text, name: name)
      guard AKNReader.accepts(tree.root) else {
        throw Diagnostic.error(
          "'\(name)' is XML but not Akoma Ntoso: its first element is '\(tree.root.name)'")
      }
      return AKNReader.read(tree.root)
    case .html: return HTMLReader.read(try XMLDocument(html: text, name: name).root)
    case .markdown: return MarkdownReader.read(Array(TextForm.withoutComments(text)))
    case .plain: return TextReader.read(text)
    }
  }

  /// The documents in the file at `path`.
  public static func read(path: String) throws -> [Document] {
    try read(FileBytes.read(path), name: path)
  }
}
