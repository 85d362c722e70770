import QuerySyntax
import TripleStore

extension TripleStore {
  /// Runs the operations of a request one after the other, each on what those before it left: all of them, or, where one fails,
  /// none.
  ///
  ///     try store.update(SPARQL.parseUpdate(source))
  ///
  /// - Throws: the error of the first operation that fails and is not SILENT; nothing has changed then.
  @discardableResult
  public func update(_ update: Update, options: UpdateOptions = UpdateOptions()) throws -> UpdateReport {
    try write { transaction in
      let before = try transaction.snapshot().quadCount
      let run = UpdateRun(transaction, base: update.base, options: options)
      for operation in update.operations { try run.perform(operation) }
      return UpdateReport(before: before, after: try transaction.snapshot().quadCount)
    }
  }
}
