import Diagnostics
import Queries
import RDF

/// A dot command: its name, what it takes, what it does.
///
/// To add one, write it into `all`.
struct ShellCommand {
  let name: String
  let arguments: String
  let summary: String
  let run: (Session, String) throws -> Void

  nonisolated(unsafe) static let all: [ShellCommand] = [
    ShellCommand(name: "describe", arguments: "SYMBOL", summary: "everything said about a document") {
      session, rest in
      let term = try QueryParameter.documentTerm(rest)
      try session.run(SourceText(name: "describe", text: "DESCRIBE \(term)"))
    },
    ShellCommand(
      name: "explain", arguments: "QUERY",
      summary: "a query written out, and how it is answered: its plan, with rows and times"
    ) {
      session, rest in
      try session.explain(required(rest, "explain", "QUERY"))
    },
    ShellCommand(name: "help", arguments: "", summary: "this list") { session, _ in
      try session.say(help)
    },
    ShellCommand(
      name: "mode", arguments: "[FORMAT]",
      summary: "how answers are written: \(formats), or auto; without one, how they are now"
    ) {
      session, rest in
      if rest.isEmpty { return try session.say(session.format?.name ?? "auto") }
      session.format = try rest == "auto" ? nil : ResultFormat.named(rest)
    },
    ShellCommand(name: "once", arguments: "FILE", summary: "write the next answer to a file") {
      session, rest in
      session.once = try OutputFile(path: required(rest, "once", "FILE"))
    },
    ShellCommand(
      name: "output", arguments: "[FILE]", summary: "write answers to a file; without one, here again"
    ) {
      session, rest in
      session.output = rest.isEmpty ? nil : try OutputFile(path: rest)
    },
    ShellCommand(
      name: "prefix", arguments: "NAME: <IRI>", summary: "declare a prefix for the queries that follow"
    ) {
      session, rest in
      let (name, namespace) = try PrefixDeclaration.parse(rest)
      session.prefixes[name] = namespace
    },
    ShellCommand(name: "prefixes", arguments: "", summary: "the prefixes that need no declaration") {
      session, _ in
      for (prefix, namespace) in session.prefixes.pairs {
        try session.say("PREFIX \(prefix): <\(namespace)>")
      }
    },
    ShellCommand(name: "print", arguments: "TEXT", summary: "print a line") { session, rest in
      try session.say(rest)
    },
    ShellCommand(name: "queries", arguments: "", summary: "the query library") { session, _ in
      try session.say(QueryLibrary.listing)
    },
    ShellCommand(name: "quit", arguments: "", summary: "leave (Ctrl-D does too)") { session, _ in
      session.isFinished = true
    },
    ShellCommand(
      name: "read", arguments: "FILE",
      summary: "run a query file (.rq), an update (.ru), or the lines of a script"
    ) {
      session, rest in
      try session.read(path: required(rest, "read", "FILE"))
    },
    ShellCommand(name: "run", arguments: "NAME [KEY=VALUE…]", summary: "run a query of the library") {
      session, rest in
      let words = try ArgumentWords.split(rest)
      guard let name = words.first else { throw missing("run", "NAME [KEY=VALUE…]") }
      try session.run(QueryLibrary.query(named: name).source(arguments: Array(words.dropFirst())))
    },
    ShellCommand(
      name: "save", arguments: "FILE", summary: "write the latest query to a file, for .read and stemma query"
    ) {
      session, rest in
      try session.save(path: required(rest, "save", "FILE"))
    },
    ShellCommand(name: "schema", arguments: "", summary: "classes and properties with their counts") {
      session, _ in
      try session.showSchema()
    },
    ShellCommand(name: "timer", arguments: "on|off", summary: "show how long each query takes") {
      session, rest in
      switch rest {
      case "on": session.showsTime = true
      case "off": session.showsTime = false
      default: throw missing("timer", "on|off")
      }
    },
  ]

  private static let formats = ResultFormat.all.map(\.name).joined(separator: " ")

  static func required(_ argument: String, _ name: String, _ shape: String) throws -> String {
    if argument.isEmpty { throw missing(name, shape) }
    return argument
  }

  static func missing(_ name: String, _ shape: String) -> Diagnostic { .error("usage: .\(name) \(shape)") }

  private static var help: String {
    let heads = all.map { $0.arguments.isEmpty ? ".\($0.name)" : ".\($0.name) \($0.arguments)" }
    let width = heads.map(\.unicodeScalars.count).max() ?? 0
    var lines = zip(heads, all).map { head, command in
      head + String(repeating: " ", count: width - head.unicodeScalars.count + 2) + command.summary
    }
    lines += [
      "", "A query ends with ; at the end of a line, or with an empty line.",
      "A bare pattern is enough: ?a :recalls <A/RES/53/70> ;",
    ]
    return lines.joined(separator: "\n")
  }
}

extension Session {
  /// Runs a command, given without its dot.
  ///
  /// - Throws: an error with the nearest name for a command that does not exist, and what the command throws.
  func run(command line: String) throws {
    let name = line.prefix { $0 != " " && $0 != "\t" }
    let rest = line.dropFirst(name.count).drop { $0 == " " || $0 == "\t" }
    let end = rest.lastIndex { $0 != " " && $0 != "\t" }
    guard let command = ShellCommand.all.first(where: { $0.name == name }) else {
      throw Diagnostic.error(
        "unknown command '.\(name)'",
        hint: Suggestion.hint(for: "." + name, among: ShellCommand.all.map { "." + $0.name }) ?? "see .help")
    }
    try command.run(self, end.map { String(rest[...$0]) } ?? "")
  }

  /// Runs a query file as a whole, or a script line by line up to its first error.
  func read(path: String) throws {
    if [".rq", ".ru", ".sparql"].contains(where: path.hasSuffix) { return try run(SourceText.file(path)) }
    guard openScripts < Session.scriptLimit else {
      throw Diagnostic.error("'\(path)' is read from within \(Session.scriptLimit) other scripts: not read")
    }
    openScripts += 1
    defer { openScripts -= 1 }
    let status = try Repl(session: self, lines: DescriptorLines(path: path), stopsAtError: true).run()
    if status != 0 { throw Diagnostic.error("'\(path)' stopped at its first error") }
  }

  /// Writes the latest query, with the prefixes that were declared for the session.
  func save(path: String) throws {
    guard let latest else { throw Diagnostic.error("no query has been asked yet") }
    let file = try OutputFile(path: path)
    for (prefix, namespace) in prefixes.pairs where PrefixMap.standard[prefix] != namespace {
      try file.bytes.append(text: "PREFIX \(prefix): <\(namespace)>\n")
    }
    try file.bytes.append(text: latest.text + "\n")
    try file.bytes.flush()
  }

  func showSchema() throws {
    let queries = [
      "SELECT ?class (COUNT(?s) AS ?count) WHERE { ?s a ?class } GROUP BY ?class ORDER BY DESC(?count) ?class",
      "SELECT ?property (COUNT(?s) AS ?count) WHERE { ?s ?property ?o } GROUP BY ?property ORDER BY DESC(?count) ?property",
    ]
    for text in queries { try run(SourceText(name: "schema", text: text)) }
  }
}
