/// "(as) contained in", "established by the Council in": a participle that leads to a noun phrase.
struct ParticipleLink {
  /// With "as", where that stands.
  var start: Int
  var participle: Int
  var isAs: Bool
  /// Whether the preposition may say that something is in the document: in, by, to, under.
  var joinsContent: Bool
}

extension Governed {
  /// The participle that leads to the phrase at the end of `path`: nil where none does.
  func participleLink(_ path: Range<Int>) -> ParticipleLink? {
    var at = path.upperBound
    var preposition: Int?
    // Whether a name may stand there: "adopted by the Lake Organization in", but not "held in Lakeland, on 3 May, and".
    var isAgent = true
    while at > path.lowerBound {
      let index = at - 1
      let classes = sentence.classes[index]
      let isParticiple = !classes.isDisjoint(with: [.demotingParticiple, .contentParticiple, .asParticiple])
      if isParticiple, let preposition {
        var start = sentence.starts[index]
        // "tel que défini": a phrase that is only listed with its "as".
        var isAs =
          start < index
          && classes.isDisjoint(with: [.demotingParticiple, .contentParticiple])
        var back = start
        while !isAs, back > path.lowerBound, back > start - 3 {
          back -= 1
          if sentence.number(back) == grammar.as {
            isAs = true
            start = back
            break
          }
          if sentence.isMark(back, .comma) || sentence.isPreposition(back) { break }
        }
        return ParticipleLink(
          start: start, participle: index, isAs: isAs,
          joinsContent: !sentence.classes[preposition].contains(.qualifier))
      }
      let isLink =
        classes.contains(.linkPreposition) || classes.contains(.glue) || sentence.isGlue(index)
        || sentence.isMark(index, .comma)
        || !classes.isDisjoint(with: [.aside, .modifier, .intensifier]) || isOn(index)
        || isAgent && sentence.words[index].isCapital
      guard isLink else { return nil }
      if classes.contains(.linkPreposition) {
        preposition = index
      } else if !sentence.words[index].isCapital,
        !sentence.isGlue(index) || sentence.words[index].kind == .figure
      {
        isAgent = false
      }
      at = max(path.lowerBound, sentence.before(at))
    }
    return nil
  }

  func isOn(_ index: Int) -> Bool {
    sentence.classes[index].contains(.topic) && index + 1 < sentence.count
      && sentence.words[index + 1].kind == .figure
  }
}
