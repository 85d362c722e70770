import Diagnostics
import QueryEngine
import QuerySyntax
import RDF
import Testing

@testable import Shell

/// Lines handed out one by one.
private final class TypedLines: LineSource {
  private var lines: [Line]
  let isInteractive: Bool

  init(_ lines: [String], isInteractive: Bool = false) {
    self.lines = lines.map { .text($0) }
    self.isInteractive = isInteractive
  }

  func next(prompt: String) -> Line { lines.isEmpty ? .end : lines.removeFirst() }
}

private func session(_ output: OutputFile, _ rows: [[Term?]] = [[.integer(1)]]) -> (Session, FakeGraph) {
  let graph = FakeGraph { .solutions(Solutions(["x"], rows)) }
  return (Session(output: output, graph: graph), graph)
}

private func transcript(_ lines: String..., stopsAtError: Bool = false) throws -> (
  text: String, status: Int32
) {
  var status: Int32 = 0
  let text = try captured { output in
    status = try Repl(session: session(output).0, lines: TypedLines(lines), stopsAtError: stopsAtError).run()
  }
  return (text, status)
}

@Suite struct ReplTests {
  @Test("answers come in order, in CSV where no person looks")
  func order() throws {
    let (text, status) = try transcript(".print one", "?a ?b ?c ;", ".print two")
    #expect(text == "one\nx\r\n1\r\ntwo\n")
    #expect(status == 0)
  }

  @Test("an error does not end the session, but shows in the status of a pipe")
  func errors() throws {
    let (text, status) = try transcript(".nonsense", "SELECT nonsense ;", ".print still here")
    #expect(text == "still here\n")
    #expect(status == 1)
  }

  @Test("behind .run come the library's queries, behind a query its parameters")
  func completions() throws {
    let session = session(.standardOutput()).0
    #expect(session.completions(for: "endo", in: ".run endo") == ["endorsements"])
    #expect(session.completions(for: "do", in: ".run endorsements do") == ["document="])
    #expect(session.completions(for: "", in: ".run common-citations ") == ["first=", "second="])
    #expect(session.completions(for: "x", in: ".run nonsense x") == [])
  }

  @Test("a script stops at its first error")
  func script() throws {
    let (text, status) = try transcript(".print one", ".nonsense", ".print two", stopsAtError: true)
    #expect(text == "one\n")
    #expect(status == 1)
  }

  @Test("a query that the end of input cuts off is still answered")
  func end() throws {
    try #expect(transcript(".mode tsv", "SELECT * {", "?s ?p ?o }").text == "?x\n1\n")
  }

  @Test(".once sends one answer to a file, .output all that follow")
  func redirection() throws {
    try withTemporaryFile { once in
      try withTemporaryFile { rest in
        let text = try transcript(
          ".mode csv", ".once \(once)", "ASK {} ;", "?s ?p ?o ;", ".output \(rest)", "?s ?p ?o ;", ".output",
          ".print end"
        ).text
        #expect(text == "x\r\n1\r\nend\n")
        try #expect(contents(of: once) == "x\r\n1\r\n")
        try #expect(contents(of: rest) == "x\r\n1\r\n")
      }
    }
  }

  @Test(".quit ends it")
  func quit() throws {
    try #expect(transcript(".quit", ".print never").text == "")
  }

  @Test("an unknown command names the nearest")
  func suggestion() throws {
    _ = try captured { output in
      #expect(throws: Diagnostic.error("unknown command '.moed'", hint: "did you mean '.mode'?")) {
        try session(output).0.run(command: "moed csv")
      }
    }
  }

  @Test("names of commands are unique, documented, and in .help")
  func commands() throws {
    let names = ShellCommand.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names == names.sorted())
    let help = try transcript(".help").text
    for command in ShellCommand.all {
      #expect(help.contains(".\(command.name)") && help.contains(command.summary))
    }
  }

  @Test("a prefix declared once holds for the queries that follow")
  func prefix() throws {
    _ = try captured { output in
      let (session, graph) = session(output)
      try session.run(command: "prefix ex: <http://example.org/>")
      try session.run(SourceText(name: "query", text: "SELECT ?x { ?x a ex:thing }"))
      #expect(graph.asked.first?.prefixes["ex"] == "http://example.org/")
      #expect(throws: Diagnostic.self) { try session.run(command: "prefix ex <http://example.org/>") }
    }
  }

  @Test("arguments are split as a shell splits them")
  func words() throws {
    try #expect(ArgumentWords.split("a  b='c d' \"e\"'f' ''") == ["a", "b=c d", "ef", ""])
    #expect(throws: Diagnostic.self) { try ArgumentWords.split("a 'b") }
  }
}
