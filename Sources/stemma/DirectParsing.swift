import ArgumentParser

extension StemmaTool {
  /// The command that the arguments name, made without the tree of all commands where that can be done: the tree takes longer to
  /// build than many a query to answer.
  ///
  /// Only the whole tree knows how to say what is wrong, to help and to complete, so whatever is not simply a valid command goes that way.
  static func parseDirectly(_ arguments: [String]) throws -> any ParsableCommand {
    if let name = arguments.first,
      let command = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
      let parsed = try? command.parse(Array(arguments.dropFirst()))
    {
      return parsed
    }
    return try parseAsRoot(arguments)
  }
}
