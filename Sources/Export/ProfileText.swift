import Diagnostics

/// The text of a profile, cut at the lines that say what the query below gives.
struct ProfileText {
  enum Section: String, CaseIterable {
    case nodes
    case edges
    case graph
    case quads
  }

  /// The first line without its `#`.
  let summary: String
  /// Each section's query, placed in the file for errors.
  private(set) var sections: [(section: Section, source: SourceText)] = []
  /// The text of a file that has no section lines.
  let whole: SourceText?
  private let name: String
  private let lines: [Substring]

  init(_ text: String, name: String) {
    self.name = name
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    summary = ProfileText.remark(lines.first ?? "").map(String.init) ?? ""
    let marks: [(line: Int, section: Section)] = lines.enumerated().compactMap { index, line in
      ProfileText.remark(line).flatMap { Section(rawValue: String($0)) }.map { (index, $0) }
    }
    whole = marks.isEmpty ? SourceText(name: name, text: text) : nil
    for (index, mark) in marks.enumerated() {
      let end = index + 1 < marks.count ? marks[index + 1].line : lines.count
      let text = lines[mark.line..<end].joined(separator: "\n")
      sections.append((mark.section, SourceText(name: name, text: text, firstLine: mark.line + 1)))
    }
  }

  /// The attribute types that `# type: NAME TYPE` lines give.
  func types() throws -> [String: AttributeType] {
    var types: [String: AttributeType] = [:]
    for line in lines {
      guard let remark = ProfileText.remark(line), remark.hasPrefix("type:") else { continue }
      let words = remark.dropFirst(5).split(separator: " ")
      guard words.count == 2, let type = AttributeType(rawValue: String(words[1])) else {
        let known = AttributeType.allCases.map(\.rawValue).joined(separator: ", ")
        throw Diagnostic.error(
          "expected '# type: NAME TYPE' with a type out of \(known), found '\(line)' in \(name)",
          exitStatus: 2)
      }
      types[String(words[0].first == "?" ? words[0].dropFirst() : words[0])] = type
    }
    return types
  }

  /// What follows the `#` of a comment line, without blanks around it.
  private static func remark(_ line: Substring) -> Substring? {
    guard line.first == "#" else { return nil }
    var rest = line.dropFirst()
    while rest.first == " " { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\r" { rest.removeLast() }
    return rest
  }
}
