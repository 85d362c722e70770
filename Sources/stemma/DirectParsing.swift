import ArgumentParser

/// A command whose request can be made of arguments in their plain form without a look at the command's own make-up: that takes
/// ArgumentParser longer than many a query to answer.
protocol DirectCommand: ParsableCommand {
  associatedtype Asked: Request

  /// Its name on the command line.
  static var name: String { get }
  /// The options it takes in this form, each with a value.
  static var directOptions: [String] { get }

  /// What the command asks for.
  var request: Asked { get }
  /// The same, of arguments in their plain form; nil where they do not fit the command.
  static func request(_ arguments: DirectArguments) -> Asked?
}

extension DirectCommand {
  func run() throws { try request.run() }

  /// The request of a whole command line that names this command.
  static func request(_ arguments: [String]) -> Asked? {
    guard arguments.first == name else { return nil }
    return DirectArguments(arguments.dropFirst(), options: directOptions).flatMap { request($0) }
  }
}

extension StemmaTool {
  private static let direct: [any DirectCommand.Type] = [
    QueryCommand.self, LineageCommand.self, DiffCommand.self, TraceCommand.self, WhyCommand.self,
  ]

  /// What the arguments ask for, where that can be told without ArgumentParser.
  ///
  /// Only the whole tree of commands knows how to say what is wrong, to help and to complete, so whatever is not simply a valid
  /// command goes that way.
  static func directRequest(_ arguments: [String]) -> (any Request)? {
    for command in direct { if let request = command.request(arguments) { return request } }
    return nil
  }

  /// The command that the arguments name, made without the tree of all commands where that can be done: the tree takes longer to
  /// build than many a query to answer.
  static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    if let name = arguments.first,
      let command = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
      let parsed = try? command.parse(Array(arguments.dropFirst()))
    {
      return parsed
    }
    return try parseAsRoot(arguments)
  }
}
