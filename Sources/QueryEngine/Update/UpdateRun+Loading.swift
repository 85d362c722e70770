import Diagnostics
import RDF
import TripleStore

/// LOAD (SPARQL 1.1 Update §3.1.4), of files alone and only where the options allow it.
extension UpdateRun {
  func load(_ document: IRI, into graph: IRI?, silent: Bool) throws {
    do {
      let path = try path(of: document)
      guard let format = RDFFormat(path: path) else {
        throw Diagnostic.error(
          "cannot tell the format of '\(path)' by its ending",
          hint: "one of \(RDFFormat.allCases.map { "." + $0.fileExtension }.joined(separator: ", "))")
      }
      let reader = RDFReader(format: format)
      // A file that breaks off halfway must leave nothing behind, even where that is no error.
      if silent {
        var nothing = NothingSink()
        try reader.read(path: path, into: &nothing)
      }
      transaction.beginSource()
      var sink = LoadSink(transaction: transaction, graph: try graph.map { try transaction.intern(.iri($0)) })
      try reader.read(path: path, into: &sink)
    } catch let error as Diagnostic {
      if !silent { throw error }
    }
  }

  /// The path that a `file:` IRI means: `file:///data/a.ttl`, or `file:a.ttl` in the working folder.
  private func path(of document: IRI) throws -> String {
    guard options.loadsFiles else {
      throw Diagnostic.error(
        "LOAD is off: an update reads no file", hint: "allow it with --allow-load, or use 'stemma load'")
    }
    guard let path = IRIResolver.path(fileIRI: document.value) else {
      throw Diagnostic.error("cannot load \(document)", hint: "only file: IRIs are read, nothing is fetched")
    }
    return path
  }
}

/// Takes quads and does nothing with them: what is left of reading is the check.
private struct NothingSink: QuadSink {
  mutating func add(subject: TermBytes, predicate: TermBytes, object: TermBytes, graph: TermBytes?) {}
}

/// Puts what a document says into one graph, or where the document says.
private struct LoadSink: QuadSink {
  let transaction: Transaction
  let graph: TermID?

  mutating func add(subject: TermBytes, predicate: TermBytes, object: TermBytes, graph own: TermBytes?) throws
  {
    let target = try graph ?? own.map(transaction.intern) ?? .none
    try transaction.insert(
      transaction.intern(subject), transaction.intern(predicate), transaction.intern(object), graph: target)
  }
}
