import ArgumentParser
import Diagnostics
@preconcurrency import Glibc
import Shell
import TripleStore

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verify a store: every block, every term, every index against the others.",
    discussion: """
      Example:
        stemma check --store stemma.store
      """)

  @OptionGroup var store: StoreOption

  func run() throws {
    let snapshot = try store.open(.read).snapshot()
    let problems = try snapshot.check()
    if problems.isEmpty {
      return print(
        "\(snapshot.tripleCount.formattedWithCommas) triples, \(snapshot.graphs.count.formattedWithCommas) named graphs: sound"
      )
    }
    for problem in problems { fputs("\(problem)\n", stderr) }
    throw ExitCode(1)
  }
}
