import Diagnostics
import Documents
import Extraction
import RDF

/// What the official hyperlinks of files say against their texts, a line for each disagreement.
struct LinkReport: Sendable {
  private(set) var lines: [String] = []
  /// The links that were looked at.
  private(set) var links = 0
  var failures: [Diagnostic] = []

  init() {}

  /// Reads a file; one that cannot be read is among the failures.
  init(_ file: InputFile) {
    do {
      for document in try DocumentReader.read(path: file.path) {
        links += document.paragraphs.map(\.links.count).reduce(0, +)
        links += document.footnotes.map(\.links.count).reduce(0, +)
        lines += LinkDisagreement.all(in: document).map { LinkReport.line($0, file) }
      }
    } catch let error as Diagnostic {
      failures = [error]
    } catch {
      failures = [.error("cannot read '\(file.path)': \(error)")]
    }
  }

  mutating func add(_ other: LinkReport) {
    lines += other.lines
    links += other.links
    failures += other.failures
  }

  /// "ga-78/A_RES_78_1.xml: A/RES/78/1#op3: '76/156' reads as A/RES/76/156, its link leads to A/RES/75/188".
  private static func line(_ found: LinkDisagreement, _ file: InputFile) -> String {
    let reading =
      found.read.isEmpty
      ? "names nothing that can be told" : "reads as \(found.read.map(\.text).joined(separator: " and "))"
    let place = found.place.value.split(separator: "/", maxSplits: 2).last ?? ""
    return "\(file.path): \(place): '\(found.words)' \(reading), its link leads to \(found.linked.text)"
  }
}
