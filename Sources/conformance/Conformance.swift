import ArgumentParser
import Diagnostics

/// Runs test manifests in the W3C form and prints each failure with what was expected and what was found.
@main
struct Conformance: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs W3C test manifests: SPARQL query evaluation, syntax and result formats, and RDF parsing.",
    discussion: "EXAMPLE:\n  conformance ../shared/w3c/sparql/sparql11/aggregates/manifest.ttl")

  @Argument(help: "Manifests (Turtle); those that they include are run too.")
  var manifests: [String]

  @Flag(help: "Print the name of each test that passes, too.")
  var verbose = false

  @Flag(help: "Plan queries without the optimizer: the answers must be the same.")
  var withoutOptimizer = false

  func run() throws {
    var counts: [Verdict.Kind: Int] = [:]
    var seen: Set<String> = []
    for path in manifests {
      for test in try Manifest.tests(in: path, seen: &seen) {
        let verdict = test.run(optimize: !withoutOptimizer)
        counts[verdict.kind, default: 0] += 1
        switch verdict {
        case .passed: if verbose { print("passed  \(test.name)") }
        case .skipped(let reason): if verbose { print("skipped \(test.name): \(reason)") }
        case .failed(let reason): print("FAILED  \(test.name)\n\(reason.indented)")
        }
      }
    }
    print(
      "\(counts[.passed] ?? 0) passed, \(counts[.failed] ?? 0) failed, \(counts[.skipped] ?? 0) skipped")
    if counts[.failed] ?? 0 > 0 { throw ExitCode(1) }
  }
}

extension String {
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { "        " + $0 }.joined(separator: "\n")
  }
}
