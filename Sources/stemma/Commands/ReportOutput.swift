import Export
import RDF
import Shell

/// Where a report goes: to a file, whole or not at all, or to standard output, coloured where that is a terminal.
enum ReportOutput {
  static func write(to path: String?, _ render: (_ isColoured: Bool) throws -> String) throws {
    if let path {
      let text = try render(false)
      try AtomicFile.write(path) { try $0.append(text: text) }
    } else {
      let terminal = OutputFile.standardOutput()
      try terminal.bytes.append(text: render(terminal.isTerminal))
      try terminal.bytes.flush()
    }
  }
}
