import Foundation
import Testing

/// Writers killed with SIGKILL at random moments, some of them frozen first while a reader asks. After each the store is sound,
/// every document is as it was before or as the finished command would have left it, and the same command then finishes.
/// `STEMMA_CRASH_RUNS` sets how often (`make crash RUNS=200`).
@Suite struct CrashTests {
  private static let runs = ProcessInfo.processInfo.environment["STEMMA_CRASH_RUNS"].flatMap(Int.init) ?? 3

  /// What is interrupted: a command, the store it begins with, the contents before and after it.
  private struct Writer {
    var name: String
    var command: String
    var before: Contents
    var after: Contents
    var seconds: Double
  }

  /// The N-Quads of each graph of a store.
  private typealias Contents = [String: Set<String>]

  private let machine: SessionMachine

  init() throws { machine = try SessionMachine() }

  @Test func killedWritersLeaveAWholeStore() throws {
    try prepare()
    let writers = try [
      writer("build", "stemma build new --store hurt"),
      writer("load", "stemma load data.nt --store hurt"),
      writer("update", "stemma update change.ru --store hurt"),
    ]
    var moments: [(writer: Int, tenth: Int, isDone: Bool)] = []
    for run in 0..<CrashTests.runs {
      let writer = writers[run % writers.count]
      let moment = Double.random(in: 0..<1.1)
      try kill(writer, after: moment * writer.seconds, frozen: run % 5 == 4)
      let check = try machine.run("stemma check --store hurt")
      #expect(check.hasSuffix("sound\n"), "\(writer.name) killed at \(moment): \(check)")
      let found = try contents("hurt")
      for graph in Set(found.keys).union(writer.before.keys).union(writer.after.keys) {
        #expect(
          found[graph] == writer.before[graph] || found[graph] == writer.after[graph],
          "\(writer.name) killed at \(moment): \(graph) is half there")
      }
      moments.append((run % writers.count, Int(moment * 10), found == writer.after))
      _ = try machine.run(writer.command)
      #expect(
        try contents("hurt") == writer.after, "\(writer.name) does not finish after a kill at \(moment)")
    }
    print("killed at (tenths of its time)  as before  as after")
    for (number, writer) in writers.enumerated() {
      for tenth in 0...10 {
        let here = moments.filter { $0.writer == number && $0.tenth == tenth }
        if here.isEmpty { continue }
        let done = here.count { $0.isDone }
        print(
          "\(writer.name) \(tenth)".padding(toLength: 32, withPad: " ", startingAt: 0), here.count - done,
          done)
      }
    }
  }

  /// A copy taken while a build goes on is the store before it or after it, whole.
  @Test func aBackupDuringABuildIsOneState() throws {
    try prepare()
    let build = try writer("build", "stemma build new --store hurt")
    _ = try machine.run("rm -rf hurt && cp -r base hurt")
    let process = machine.process("exec " + build.command)
    try process.run()
    for copy in 0..<5 {
      let said = try machine.run("stemma backup copy\(copy) --store hurt && stemma check --store copy\(copy)")
      #expect(said.hasSuffix("sound\n"), "\(said)")
      let found = try contents("copy\(copy)")
      #expect(found == build.before || found == build.after, "copy \(copy) is neither before nor after")
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// Two folders of sources that share documents, a store of the first, triples to load, and a change of all graphs.
  private func prepare() throws {
    _ = try machine.run(
      """
      mkdir old new && cp '\(machine.corpus)'/* new && cp new/* old
      cd old && rm $(ls | head -n 8) && cd ../new
      for file in $(ls *.txt | tail -n 3); do sed 's/the/that/' $file > x && mv x $file; done
      cd .. && stemma build old --store base
      """)
    let triples = (0..<60_000).map {
      "<http://a.test/\($0 / 7)> <http://a.test/p\($0 % 7)> \"value \($0)\" .\n"
    }
    try triples.joined().write(to: machine.file("data.nt"), atomically: true, encoding: .utf8)
    let change = """
      DELETE { GRAPH ?g { ?s ?p ?o } } INSERT { GRAPH ?g { ?s <http://a.test/said> ?o } }
      WHERE { GRAPH ?g { ?s ?p ?o } FILTER(isLiteral(?o)) }
      """
    try change.write(to: machine.file("change.ru"), atomically: true, encoding: .utf8)
  }

  private func writer(_ name: String, _ command: String) throws -> Writer {
    _ = try machine.run("rm -rf hurt && cp -r base hurt")
    let before = try contents("hurt")
    let start = Date()
    _ = try machine.run(command)
    let seconds = Date().timeIntervalSince(start)
    let after = try contents("hurt")
    #expect(before != after)
    return Writer(name: name, command: command, before: before, after: after, seconds: seconds)
  }

  private func kill(_ writer: Writer, after seconds: Double, frozen: Bool) throws {
    _ = try machine.run("rm -rf hurt && cp -r base hurt")
    let process = machine.process("exec " + writer.command)
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    if frozen {
      Foundation.kill(process.processIdentifier, SIGSTOP)
      let answer = try machine.run("stemma query documents --store hurt")
      #expect(!answer.contains("["), "a reader beside a frozen writer: \(answer)")
    }
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private func contents(_ store: String) throws -> Contents {
    let export = try machine.run("stemma export --profile full --format nquads -o dump.nq --store \(store)")
    #expect(!export.contains("error"), "\(export)")
    let text = try String(contentsOf: machine.file("dump.nq"), encoding: .utf8)
    var graphs: Contents = [:]
    for line in text.split(separator: "\n") {
      // Quads of documents end with their graph; the triples of `data.nt` are in none and end with a literal.
      let last = line.dropLast(2).split(separator: " ").last.map(String.init) ?? ""
      graphs[last.hasPrefix("<") ? last : "", default: []].insert(String(line))
    }
    return graphs
  }
}
