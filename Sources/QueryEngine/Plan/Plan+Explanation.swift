extension Plan {
  /// The plan as a tree, a line a step: what it does, expected rows, and actual rows and milliseconds where it has run.
  var explanation: String {
    var lines: [String] = []
    draw(prefix: "", branch: "", into: &lines)
    return lines.joined(separator: "\n")
  }

  private func draw(prefix: String, branch: String, into lines: inout [String]) {
    var line = prefix + branch + label + "  [expected \(Plan.rounded(rows))"
    if let measured {
      line += ", actual \(measured.rows), \(Plan.milliseconds(measured.seconds)) ms"
    }
    lines.append(line + "]")
    let inner = branch.isEmpty ? "" : branch.hasPrefix("└") ? prefix + "   " : prefix + "│  "
    for (index, child) in children.enumerated() {
      child.draw(prefix: inner, branch: index == children.count - 1 ? "└─ " : "├─ ", into: &lines)
    }
  }

  private static func rounded(_ rows: Double) -> String { rows < 1e15 ? String(Int(rows.rounded())) : "many" }

  /// Milliseconds with two decimals.
  private static func milliseconds(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100_000).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
