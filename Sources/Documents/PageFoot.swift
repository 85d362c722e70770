/// A page parted into its text and the notes under its rule; where no page break bounds them, text goes on behind them.
struct PageFoot {
  private(set) var body: [TextLine] = []
  private(set) var notes: [Note] = []
  /// Whether an empty line stands before the rule, so that no paragraph runs on; nil where there is no rule.
  private(set) var ruleBehindBlank: Bool?

  init(_ page: [TextLine], bounded: Bool) {
    var at = 0
    while at < page.count {
      guard page[at].isRule else {
        body.append(page[at])
        at += 1
        continue
      }
      ruleBehindBlank = page[at].blankBefore
      let (found, count) = FootArea.read(page[(at + 1)...], bounded: bounded)
      notes += found
      at += 1 + count
      if count > 0, at < page.count {
        body.append(page[at])
        body[body.count - 1].startsPage = true
        at += 1
      }
    }
  }
}
