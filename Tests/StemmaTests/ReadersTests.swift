import Foundation
import Synchronization
import Testing

/// Eight readers ask every query of the library while a writer replaces documents: every answer is that of one committed state.
///
/// `STEMMA_READERS_SECONDS` says for how long (`make readers SECONDS=600`).
@Suite struct ReadersTests {
  private static let seconds =
    ProcessInfo.processInfo.environment["STEMMA_READERS_SECONDS"].flatMap(Double.init) ?? 3
  private static let readers = 8
  /// States that the writer goes round: of each the answers are known.
  private static let states = 4

  private let machine: SessionMachine

  init() throws { machine = try SessionMachine() }

  @Test func answersAreThoseOfOneState() throws {
    let queries = try machine.run("stemma query --list").split(separator: "\n")
      .filter { !$0.hasPrefix(" ") }.map { String($0.prefix { $0 != " " }) }
    #expect(queries.count > 5)
    let script = queries.map { ".print == \($0)\n.run \($0)\n" }.joined()
    try Data((".mode csv\n" + script).utf8).write(to: machine.file("ask"))
    var known: [String: Set<[Substring]>] = [:]
    for state in 0..<ReadersTests.states {
      try prepare(state)
      _ = try machine.run("stemma build state\(state) --store alone\(state)")
      for (query, answer) in try ReadersTests.answers(machine, "alone\(state)") {
        known[query, default: []].insert(answer)
      }
    }
    #expect(known.count == queries.count)
    #expect(known.values.contains { $0.count == ReadersTests.states }, "the states cannot be told apart")

    _ = try machine.run("mkdir live && cp state0/* live && stemma build live --store shared")
    let end = Date(timeIntervalSinceNow: ReadersTests.seconds)
    let commits = Mutex(0)
    let asked = Mutex(0)
    let (machine, states) = (machine, known)
    DispatchQueue.concurrentPerform(iterations: ReadersTests.readers + 1) { worker in
      var turn = 0
      while Date() < end {
        turn += 1
        if worker == 0 {
          let said = try? machine.run(
            "cp state\(turn % ReadersTests.states)/* live && stemma build live --store shared")
          #expect(said?.contains("error") == false, "\(said ?? "")")
          commits.withLock { $0 += 1 }
          continue
        }
        for (query, answer) in (try? ReadersTests.answers(machine, "shared")) ?? [] {
          #expect(
            states[query]?.contains(answer) == true,
            "\(query) answers as in no state:\n\(answer.joined(separator: "\n"))")
          asked.withLock { $0 += 1 }
        }
      }
    }
    print(
      "\(ReadersTests.readers) readers, \(Int(ReadersTests.seconds)) s: \(asked.withLock { $0 }) answers, each that of one of",
      "\(ReadersTests.states) states; \(commits.withLock { $0 }) commits")
    #expect(asked.withLock { $0 } >= queries.count && commits.withLock { $0 } > 0)
    #expect(try machine.run("stemma check --store shared").hasSuffix("sound\n"))
  }

  /// The sample corpus in which some words of each document are of this state, and some documents cite others.
  private func prepare(_ state: Int) throws {
    let words = ["the", "all", "each", "those"][state]
    _ = try machine.run(
      """
      mkdir state\(state) && for file in '\(machine.corpus)'/*; do
      sed 's/Experts/Experts \(words)/; s/of the same date/of 1\(state) May/; s|A/68/98|A/68/9\(state)|' "$file" > state\(state)/$(basename "$file"); done
      """)
  }

  /// The rows of each query's answer; their order may follow the store's numbering of terms.
  private static func answers(_ machine: SessionMachine, _ store: String) throws -> [(String, [Substring])] {
    let text = try machine.run("stemma repl --store \(store) < ask")
    return text.split(separator: "== ", omittingEmptySubsequences: true).compactMap { part in
      let lines = part.split(separator: "\n")
      guard let name = lines.first else { return nil }
      return (String(name), lines.dropFirst().sorted())
    }
  }
}
