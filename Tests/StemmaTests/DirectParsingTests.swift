import ArgumentParser
import Testing

@testable import stemma

@Suite struct DirectParsingTests {
  @Test("every subcommand is found by its name")
  func names() {
    let names = StemmaTool.configuration.subcommands.map { $0.configuration.commandName }
    #expect(!names.isEmpty && !names.contains(nil) && Set(names).count == names.count)
  }

  @Test(
    "a command that is parsed directly is the one that the whole tree would make",
    arguments: [
      ["lineage", "A/RES/1/1", "--with", "A/RES/2/2", "--format", "json"],
      ["diff", "A/RES/1/1", "A/RES/2/2"],
      ["align", "--within", "store", "--jobs", "3"],
    ])
  func same(arguments: [String]) throws {
    let (direct, whole) = try (StemmaTool.parseDirectly(arguments), StemmaTool.parseAsRoot(arguments))
    #expect("\(direct)" == "\(whole)")
  }

  @Test(
    "what is no valid command says what the whole tree says",
    arguments: [
      ["lineage"], ["lineage", "--help"], ["diff", "A/RES/1/1"], ["align", "--within", "nowhere"],
      ["query", "--version"],
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
    #expect(message(StemmaTool.parseDirectly) == message { try StemmaTool.parseAsRoot($0) })
  }
}
