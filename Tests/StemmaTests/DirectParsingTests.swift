import ArgumentParser
import Testing

@testable import stemma

@Suite struct DirectParsingTests {
  @Test("every subcommand is found by its name")
  func names() {
    let names = StemmaTool.configuration.subcommands.map { $0.configuration.commandName }
    #expect(!names.isEmpty && !names.contains(nil) && Set(names).count == names.count)
  }

  @Test("a command that is made without ArgumentParser bears the name it has there")
  func directNames() {
    let names = StemmaTool.configuration.subcommands.compactMap { ($0 as? any DirectCommand.Type)?.name }
    #expect(Set(names) == ["query", "lineage", "diff", "trace", "why"])
    for case let command as any DirectCommand.Type in StemmaTool.configuration.subcommands {
      #expect(command.configuration.commandName == command.name)
    }
  }

  @Test(
    "a command that is parsed directly is the one that the whole tree would make",
    arguments: [
      ["lineage", "A/RES/1/1", "--with", "A/RES/2/2", "--format", "json"],
      ["lineage", "--with", "A/RES/2/2", "--store", "s", "A/RES/1/1", "--with", "A/RES/3/3", "-o", "x.html"],
      [
        "lineage", "A/RES/1/1", "--relation", "recalls", "--relation", ":endorses", "--format", "a",
        "--format", "b",
      ],
      ["lineage", "A/RES/1/1"], ["lineage", ""], ["lineage", "A/RES/1/1", "--store=s"],
      ["lineage", "--", "A/RES/1/1"],
      ["diff", "A/RES/1/1", "A/RES/2/2"], ["diff", "A/RES/1/1", "--format", "json", "A/RES/2/2", "-o", "x"],
      ["query", "documents"], ["query", "q.rq", "--store", "s", "--format", "csv"],
      ["query", "-e", "ASK {}", "--timeout", "3"], ["query", "-e", "ASK {}"], ["query", "--list"],
      ["query", "a", "b=1", "--store", "s", "c=2"],
      ["trace", "A/RES/1/1#pp1", "--store", "s"], ["trace", "the use of force"],
      ["why", "A/RES/1/1", "recalls", "A/RES/2/2"], ["why", "--store", "s", "a", ":b", "c"],
      ["why", "a", "b"], ["why", "<a> :b <c> ."],
      ["align", "--within", "store", "--jobs", "3"],
    ])
  func same(arguments: [String]) throws {
    let (parsed, whole) = try (StemmaTool.parse(arguments), StemmaTool.parseAsRoot(arguments))
    #expect("\(parsed)" == "\(whole)")
    guard let direct = StemmaTool.directRequest(arguments) else { return }
    let command = try #require(whole as? any DirectCommand)
    #expect("\(direct)" == "\(command.request)")
  }

  @Test(
    "the plain form is read without ArgumentParser",
    arguments: [["query", "-e", "ASK {}"], ["lineage", "A/RES/1/1"]])
  func plain(arguments: [String]) { #expect(StemmaTool.directRequest(arguments) != nil) }

  @Test(
    "what is no valid command says what the whole tree says",
    arguments: [
      ["lineage"], ["lineage", "--help"], ["diff", "A/RES/1/1"], ["align", "--within", "nowhere"],
      ["query", "--version"], ["query"], ["query", "-e"], ["query", "-e", "ASK {}", "q.rq"],
      ["query", "--fromat", "csv", "q"],
      ["lineage", "A/RES/1/1", "A/RES/2/2"], ["lineage", "A/RES/1/1", "--with"],
      ["lineage", "A/RES/1/1", "--with", "-o"], ["lineage", "A/RES/1/1", "-ox"],
      ["trace"], ["trace", "a", "b"], ["why"],
      ["diff", "a", "b", "c"],
      ["align", "--jobs", "0"], ["lineag", "A/RES/1/1"], ["--help"], [],
    ])
  func errors(arguments: [String]) {
    func message(_ parse: ([String]) throws -> any ParsableCommand) -> String {
      do {
        var command = try parse(arguments)
        // The root without a subcommand is parsed, and says so when it is run.
        return arguments.isEmpty ? "\(try command.run())" : "\(command)"
      } catch {
        return StemmaTool.fullMessage(for: error)
      }
    }
    #expect(StemmaTool.directRequest(arguments) == nil)
    #expect(message(StemmaTool.parse) == message { try StemmaTool.parseAsRoot($0) })
  }
}
