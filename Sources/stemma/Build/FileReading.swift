import Diagnostics
import Documents
import Extraction
import RDF
import TripleStore

/// Reads a file and extracts what it says: the part of a build that runs on every thread.
struct FileReading: Sendable {
  /// What came of a file.
  enum Outcome: Sendable {
    /// The bytes are those that the store was built from; only the date differs.
    case same(hash: UInt64)
    case extracted([Extraction], warnings: [Diagnostic], hash: UInt64)
    case failed(Diagnostic)
  }

  let extractor: Extractor
  /// The symbol that the caller gives the only document.
  let symbol: Symbol?

  /// - Parameter known: what the store remembers of the file; nil reads it in any case.
  func read(_ file: InputFile, known: SourceRecord?) -> Outcome {
    do {
      let bytes = try FileBytes.read(file.path)
      let hash = bytes.withUnsafeBytes { ByteHash.hash($0) }
      if known?.hash == hash { return .same(hash: hash) }
      var documents = try DocumentReader.read(bytes, name: file.path)
      if !documents.contains(where: { $0.symbol != nil || $0.paragraphs.contains { $0.kind != .heading } }) {
        throw Diagnostic.error("'\(file.path)' holds no document: neither a symbol nor a paragraph of one")
      }
      if let symbol {
        guard documents.count == 1 else {
          throw Diagnostic.error(
            "'\(file.path)' holds \(documents.count) documents, --symbol is for one", exitStatus: 2)
        }
        documents[0].symbol = symbol
        documents[0].symbolSource = .given
      }
      var warnings: [Diagnostic] = []
      let extractions = documents.map { document in
        let extraction = extractor.extract(document, source: file.name)
        warnings += extraction.diagnostics.map { named($0, file) }
        return extraction
      }
      return .extracted(extractions, warnings: warnings, hash: hash)
    } catch let error as Diagnostic {
      return .failed(named(error, file))
    } catch {
      return .failed(.error("cannot read '\(file.path)': \(error)"))
    }
  }

  /// The same message with the file's path in it.
  private func named(_ error: Diagnostic, _ file: InputFile) -> Diagnostic {
    if error.source?.name == file.path || error.message.contains("'\(file.path)'") { return error }
    var named = error
    let short = "'\(file.name)'"
    named.message =
      error.message.contains(short)
      ? error.message.replacing(short, with: "'\(file.path)'") : "'\(file.path)': \(error.message)"
    return named
  }
}
