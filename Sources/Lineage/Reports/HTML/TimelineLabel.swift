/// A document's name in the timeline: as people say it ("73/27"), in one line or, where that is long, in two.
struct TimelineLabel {
  let lines: [String]
  /// Of its box, in CSS pixels.
  let width: Double
  let height: Double

  private static let lineHeight = 12.0
  private static let padding = 4.0
  private static let longest = 10

  init(of document: DocumentCard) {
    let symbol = document.symbol
    let name = symbol.hasPrefix("A/RES/") ? String(symbol.dropFirst(6)) : symbol
    lines = TimelineLabel.broken(name)
    width = (lines.map(TimelineLabel.width).max() ?? 0) + 2 * TimelineLabel.padding + 1
    height = Double(lines.count) * TimelineLabel.lineHeight + 7
  }

  /// A long symbol is broken behind the slash or before the bracket nearest to its middle, a name of words where the first line is full; a line is
  /// cut where it is still too long.
  private static func broken(_ name: String) -> [String] {
    if name.count <= longest { return [name] }
    let characters = Array(name)
    let limit = longest + 4
    let blanks = characters.indices.filter { characters[$0] == " " && $0 <= limit }
    let slashes = characters.indices.dropLast().filter {
      "/-".contains(characters[$0]) || characters[$0 + 1] == "("
    }
    let middle = characters.count / 2
    let nearest = slashes.min { abs($0 + 1 - middle) < abs($1 + 1 - middle) }
    guard let end = blanks.last ?? nearest else { return [cut(name, limit)] }
    return [characters[...end], characters[(end + 1)...]].map { cut(String($0), limit) }
  }

  private static func cut(_ line: String, _ limit: Int) -> String {
    line.count <= limit ? line : line.prefix(limit - 1) + "…"
  }

  /// About how wide a line is in the page's 11-pixel sans serif.
  private static func width(of line: String) -> Double {
    line.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar {
      case "/", "(", ")", ".", ",", " ", "I", "i", "l", "t", "j", "f", "r", "-": sum + 3.6
      case "A"..."Z", "m", "w": sum + 7.6
      default: sum + 6.2
      }
    }
  }
}
