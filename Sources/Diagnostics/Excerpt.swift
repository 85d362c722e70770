/// The part of a source line that an error draws: the whole line, or a window of a very long one with `…` where it is cut.
struct Excerpt {
  /// Unicode scalars drawn at most.
  static let limit = 120

  let text: String
  /// Where the drawn column stands in `text`, from 1.
  let column: Int

  init(of line: String, around column: Int) {
    let scalars = Array(line.unicodeScalars)
    guard scalars.count > Excerpt.limit else {
      text = line
      self.column = column
      return
    }
    let start = min(max(0, column - 1 - Excerpt.limit / 2), scalars.count - Excerpt.limit)
    let window = String(String.UnicodeScalarView(scalars[start..<start + Excerpt.limit]))
    text = (start > 0 ? "…" : "") + window + (start + Excerpt.limit < scalars.count ? "…" : "")
    self.column = column - start + (start > 0 ? 1 : 0)
  }

  /// Blanks up to the column, with tabs kept so that the carets stand under what they point at.
  var padding: String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }))
  }
}
