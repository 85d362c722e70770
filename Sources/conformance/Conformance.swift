import ArgumentParser
import Diagnostics

/// Runs test manifests in the W3C form and prints each failure with what was expected and what was found.
@main
struct Conformance: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Runs W3C test manifests: SPARQL query evaluation, syntax, result formats and update, and RDF parsing.",
    discussion: "EXAMPLE:\n  conformance ../shared/w3c/sparql/sparql11/aggregates/manifest.ttl")

  @Argument(help: "Manifests (Turtle); those that they include are run too.")
  var manifests: [String]

  @Flag(help: "Print the name of each test that passes, too.")
  var verbose = false

  @Option(help: ArgumentHelp("Write the outcomes as EARL (Turtle), too.", valueName: "file"))
  var earl: String?

  @Flag(help: "Plan queries without the optimizer: the answers must be the same.")
  var withoutOptimizer = false

  func run() throws {
    var total = VerdictCounts()
    var seen: Set<String> = []
    var report = EARLReport()
    for path in manifests {
      var counts = VerdictCounts()
      for test in try Manifest.tests(in: path, seen: &seen) {
        let verdict = test.run(optimize: !withoutOptimizer)
        counts.add(verdict)
        report.add(test, verdict)
        switch verdict {
        case .passed: if verbose { print("passed  \(test.name)") }
        case .skipped(let reason): if verbose { print("skipped \(test.name): \(reason)") }
        case .failed(let reason): print("FAILED  \(test.name)\n\(reason.indented)")
        }
      }
      if manifests.count > 1 { print("\(path): \(counts)") }
      total.add(counts)
    }
    if let earl { try report.write(to: earl) }
    print(total)
    if total.failed > 0 { throw ExitCode(1) }
  }
}

extension String {
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { "        " + $0 }.joined(separator: "\n")
  }
}
