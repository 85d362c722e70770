import ArgumentParser

extension StemmaTool {
  /// The command that the arguments name, made without the tree of all commands where that can be done: the tree takes longer to
  /// build than many a query to answer.
  ///
  /// Only the whole tree knows how to say what is wrong, to help and to complete, so whatever is not simply a valid command goes that way.
  static func parseDirectly(_ arguments: [String]) throws -> any ParsableCommand {
    if let name = arguments.first, let command = commands.first(where: { $0.key == name })?.value,
      let parsed = try? command.parse(Array(arguments.dropFirst()))
    {
      return parsed
    }
    return try parseAsRoot(arguments)
  }

  /// The subcommands by name, the most hurried first.
  static let commands: KeyValuePairs<String, any ParsableCommand.Type> = [
    "lineage": LineageCommand.self, "query": QueryCommand.self, "trace": TraceCommand.self,
    "why": WhyCommand.self, "diff": DiffCommand.self, "coverage": CoverageCommand.self,
    "repl": ReplCommand.self, "build": BuildCommand.self, "load": LoadCommand.self,
    "update": UpdateCommand.self, "align": AlignCommand.self, "export": ExportCommand.self,
    "extract": ExtractCommand.self, "check": CheckCommand.self, "backup": BackupCommand.self,
  ]
}
