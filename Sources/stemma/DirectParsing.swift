import ArgumentParser

/// A command that can be made of arguments in their plain form without a look at its own make-up: that takes ArgumentParser
/// longer than many a query to answer.
protocol DirectCommand: ParsableCommand {
  /// Its name on the command line.
  static var name: String { get }
  /// The options it takes in this form, each with a value.
  static var directOptions: [String] { get }

  /// The command with every property set, nil where the arguments do not fit it. No initializer, in which to set a property would
  /// be to define the option anew.
  static func made(of arguments: DirectArguments) -> Self?
}

extension StemmaTool {
  private static let direct: [any DirectCommand.Type] = [
    QueryCommand.self, LineageCommand.self, DiffCommand.self, TraceCommand.self, WhyCommand.self,
  ]

  /// The command that the arguments name, made without the tree of all commands where that can be done: the tree takes longer to
  /// build than many a query to answer.
  ///
  /// Only the whole tree knows how to say what is wrong, to help and to complete, so whatever is not simply a valid command goes that way.
  static func parseDirectly(_ arguments: [String]) throws -> any ParsableCommand {
    guard let name = arguments.first else { return try parseAsRoot(arguments) }
    if let command = direct.first(where: { $0.name == name }),
      let words = DirectArguments(arguments.dropFirst(), options: command.directOptions),
      var parsed = command.made(of: words), (try? parsed.validate()) != nil
    {
      FirstMemory.take()
      return parsed
    }
    if let command = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
      let parsed = try? command.parse(Array(arguments.dropFirst()))
    {
      return parsed
    }
    return try parseAsRoot(arguments)
  }
}
