extension LineageReport {
  /// Where a paragraph's language first appears in the whole ancestry, and, to be opened, each version on the way there.
  func history(of passage: Passage) -> HTML {
    guard let chain = versions[passage.iri], let first = chain.last, chain.count > 1 else { return "" }
    let changes = chain.count { $0.change == .modified }
    let count = changes == 0 ? "unchanged" : "changed \(counted(changes, "time"))"
    return """
      <details class="versions"><summary>first in \(first.passage.place)\(first.year), \(count)</summary>
      <ol>
      \(zip(chain.dropFirst(), chain).map(step).joined())</ol></details>
      """
  }

  private func step(_ version: ParagraphVersion, _ later: ParagraphVersion) -> HTML {
    let words: HTML =
      switch version.change {
      case .identical: "<span class=\"same\">the same words as before</span>"
      case .new: "\(version.passage.text)"
      case .modified:
        version.origin.map { WordDiff(from: $0.passage.text, to: version.passage.text).html } ?? ""
      }
    let alike = later.origin.map { ", \($0.percent) % alike" } ?? ""
    return
      "<li><b>\(version.passage.place)</b>\(version.year)\(alike) <span dir=\"auto\">\(words)</span></li>\n"
  }
}

extension ParagraphVersion {
  /// ", 1998" where the year is known.
  fileprivate var year: String { document.year.map { ", \($0)" } ?? "" }
}

extension Passage {
  /// "A/RES/73/27 pp8".
  var place: String { "\(DocumentCard(document).symbol) \(label)" }
}

extension TextAlignment.Origin {
  /// The similarity in hundredths; below 100 where the words are not the same.
  var percent: Int { similarity == 1 ? 100 : min(99, Int((similarity * 100).rounded())) }
}

extension WordDiff {
  /// The newer text with what went and what came marked.
  var html: HTML {
    runs.map { run in
      switch run.kind {
      case .kept: "\(run.text)" as HTML
      case .removed: "<del>\(run.text)</del>"
      case .added: "<ins>\(run.text)</ins>"
      }
    }.joined()
  }
}
