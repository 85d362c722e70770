import Diagnostics
@preconcurrency import Glibc
import QueryEngine

/// A program that shows a long answer a screen at a time: `$PAGER`, or `less` where it is installed.
final class Pager {
  /// Where the answer is to be written.
  let output: OutputFile
  private let process: UnsafeMutablePointer<FILE>

  /// nil where there is none: `PAGER` is empty or `cat`, or nothing is installed.
  init?() {
    guard let command = Pager.command, let process = popen(command, "w") else { return nil }
    self.process = process
    output = OutputFile(onScreen: fileno(process), name: "the pager")
  }

  /// Waits until the reader has seen enough.
  deinit { pclose(process) }

  private static var command: String? {
    // As git does: an end that fits the screen, colours, and the screen left as it was.
    setenv("LESS", "FRX", 0)
    if let chosen = getenv("PAGER").map({ String(cString: $0) }) {
      return chosen.isEmpty || chosen == "cat" ? nil : chosen
    }
    return isInstalled("less") ? "less" : nil
  }

  private static func isInstalled(_ name: String) -> Bool {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }
}

extension Answer {
  /// The same answer, and whether it has at least so many rows, as far as its first batch shows. Triples always count as many.
  func peeked(rows: Int) throws -> (answer: Answer, isLong: Bool) {
    switch self {
    case .boolean: return (self, false)
    case .graph: return (self, true)
    case .solutions(let solutions):
      var first = try solutions.next()
      let isLong = first.map { $0.count >= rows } ?? false
      let replayed = Solutions(variables: solutions.variables) {
        if let batch = first {
          first = nil
          return batch
        }
        return try solutions.next()
      }
      return (.solutions(replayed), isLong)
    }
  }
}
