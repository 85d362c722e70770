import Diagnostics
import RDF

extension SourceText {
  /// The text of a file, for a query.
  ///
  /// - Throws: an error that names the path and the reason: it cannot be read, or it is not UTF-8.
  public static func file(_ path: String) throws -> SourceText {
    let file = try MappedFile(path: path)
    guard let text = withExtendedLifetime(file, { String(validating: file.bytes, as: UTF8.self) }) else {
      throw Diagnostic.error("'\(path)' is not UTF-8 text")
    }
    return SourceText(name: path, text: text)
  }
}
