/// A recorded vote that is printed behind a resolution, block by block:
///
///     [Adopted by a recorded vote of 24 to 8, with 15 abstentions. The voting was as follows:
///     In favour: Albania, … Against: Algeria, … Abstaining: Bangladesh, …]
struct VoteText {
  private var text = ""
  /// Whether the bracket is open, so that what comes next belongs to it.
  private(set) var isOpen = false

  private static let headings = ["In favour:", "Against:", "Abstaining:"]

  /// Takes a block in if it begins such a record or goes on with it; whether it does.
  mutating func take(_ bytes: [UInt8]) -> Bool {
    if !isOpen {
      guard text.isEmpty, bytes.starts(with: "[Adopted by ".utf8),
        ByteSearch.contains(Array("recorded vote".utf8), in: bytes)
      else { return false }
      isOpen = true
    }
    let block = String(decoding: bytes, as: UTF8.self)
    text += (text.isEmpty ? "" : " ") + block
    if block.hasSuffix("]") || block.hasSuffix("].") { isOpen = false }
    return true
  }

  /// The vote, state by state; empty where none is printed.
  var recorded: RecordedVote {
    var vote = RecordedVote()
    vote.inFavour = names(behind: VoteText.headings[0])
    vote.against = names(behind: VoteText.headings[1])
    vote.abstained = names(behind: VoteText.headings[2])
    return vote
  }

  /// The states between a heading and the next heading or the closing bracket.
  private func names(behind heading: String) -> [String] {
    guard let start = text.range(of: heading) else { return [] }
    var rest = text[start.upperBound...]
    for other in VoteText.headings {
      if let end = rest.range(of: other) { rest = rest[..<end.lowerBound] }
    }
    while let last = rest.last, "]. ".contains(last) { rest.removeLast() }
    return SponsorList.names(in: String(rest)).filter { $0.first?.isLetter == true }
  }
}

extension StringProtocol {
  /// The first place of `words`; no Foundation is needed for it.
  fileprivate func range(of words: String) -> Range<Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(words) { return at..<index(at, offsetBy: words.count) }
      at = index(after: at)
    }
    return nil
  }
}
