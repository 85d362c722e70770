import Diagnostics
import Extraction
@preconcurrency import Glibc
import RDF
import Shell

/// What a build has done, for the lines at its end.
struct BuildReport {
  /// Warnings shown where not all are asked for.
  private static let shownWarnings = 20

  /// Citations of each document, by its graph.
  private var citations: [IRI: Int] = [:]
  var unchanged = 0
  var warnings: [Diagnostic] = []
  var failures: [Diagnostic] = []
  /// Files that the store was built from and that are gone.
  var vanished: [String] = []

  mutating func count(_ extraction: Extraction) {
    citations[extraction.graph] = extraction.citationCount
  }

  /// Takes back a document that was counted.
  mutating func uncount(_ graph: IRI) { citations[graph] = nil }

  /// The figures on standard output; warnings and failures, each with its reason, on stderr.
  func show(allWarnings: Bool) {
    let shown = allWarnings ? warnings[...] : warnings.prefix(BuildReport.shownWarnings)
    for warning in shown { fputs("\(warning)\n", stderr) }
    if shown.count < warnings.count {
      fputs("note: \(counted(warnings.count - shown.count, "more warning")) (--warnings shows all)\n", stderr)
    }
    var parts = [
      counted(citations.count, "document"), counted(citations.values.reduce(0, +), "citation"),
    ]
    if unchanged > 0 { parts.append("\(counted(unchanged, "file")) unchanged") }
    if !failures.isEmpty { parts.append("\(counted(failures.count, "file")) failed:") }
    print(parts.joined(separator: ", "))
    fflush(stdout)
    for failure in failures { fputs("\(failure)\n", stderr) }
    for path in vanished {
      fputs("note: '\(path.visible)' is gone; its documents are still in the store\n", stderr)
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count.formattedWithCommas) \(noun)\(count == 1 ? "" : "s")"
  }
}
