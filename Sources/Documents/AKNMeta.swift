import XML

/// What AKN4UN states outside the text: dates, language, drafts and sponsors, reports, votes and subjects.
struct AKNMeta {
  private var adoptedOn: String?
  private var language: String?
  private var draft: Symbol?
  private var committeeReport: Symbol?
  private var sponsors: [String] = []
  private var votes = RecordedVote()
  private var subjects: [Subject] = []

  init(_ meta: XMLNode?) {
    guard let meta else { return }
    for date in meta.all("FRBRdate") where date["name"] == "adoption" {
      if let day = date["date"], !day.hasPrefix("0001"), adoptedOn == nil { adoptedOn = day }
    }
    language = meta.first("FRBRlanguage")?["language"].flatMap(AKNMeta.tag)
    for step in meta.all("step") { read(step) }
    for count in meta.all("count") { read(count: count) }
    for keyword in meta.all("keyword") {
      guard let label = keyword["showAs"] ?? keyword["value"], !label.isEmpty else { continue }
      let words = label.utf8.split(separator: UInt8(ascii: "_")).joined(separator: [0x20])
      let subject = Subject(label: String(decoding: Array(words), as: UTF8.self), iri: keyword["href"])
      if !subjects.contains(subject) { subjects.append(subject) }
    }
  }

  func fill(_ document: inout Document) {
    document.adoptedOn = adoptedOn ?? document.adoptedOn
    document.language = language ?? document.language
    document.draft = draft ?? document.draft
    document.committeeReport = committeeReport ?? document.committeeReport
    document.sponsors = sponsors
    if votes != RecordedVote() { document.votes = votes }
    document.subjects = subjects
  }

  private mutating func read(_ step: XMLNode) {
    let symbol = step["as"].flatMap(Symbol.parse)
    switch step["outcome"] {
    case "draftResolution", "draftDecision", "draft": draft = draft ?? symbol
    case "recommendedForAdoption": committeeReport = committeeReport ?? symbol
    default: break
    }
    if step["outcome"]?.hasPrefix("draft") == true, let names = step["by"] {
      for name in SponsorList.names(in: names) where !sponsors.contains(name) { sponsors.append(name) }
    }
  }

  private mutating func read(count: XMLNode) {
    let names = count.all("organization").map { node in
      let text = TextNormalizer.normalized(node.text)
      return text.isEmpty ? node["showAs"] ?? "" : text
    }.filter { !$0.isEmpty }
    // Written as a bare word in the files that the UN publishes, as a reference in the standard's examples.
    switch count["refersTo"]?.drop(while: { $0 == "#" }) {
    case "inFavour": votes.inFavour += names
    case "against": votes.against += names
    case "abstaining", "abstention", "abstained": votes.abstained += names
    default: break
    }
  }

  /// BCP 47 for the ISO 639-2 codes that the UN's files use.
  private static func tag(_ code: String) -> String? {
    ["eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "rus": "ru", "ara": "ar", "zho": "zh", "chi": "zh"][
      code]
      ?? (code.utf8.count == 2 ? code : nil)
  }
}
