import QueryEngine
import QuerySyntax
import RDF

extension ResultFormat {
  /// Writes the answer to `query` and hands it to the system; gives the number of rows or triples.
  ///
  /// - Throws: what the engine throws on the way, after what was written before it; what goes wrong with the output.
  @discardableResult
  public func print(_ answer: Answer, to query: Query, on output: OutputFile) throws -> Int {
    var style = ResultStyle(prefixes: query.prefixes, width: output.terminalWidth)
    if case .paths = query.form { style.holdsPaths = true }
    do {
      let count = try write(answer, output.bytes, style)
      try output.bytes.flush()
      return count
    } catch {
      try output.bytes.flush()
      throw error
    }
  }
}
