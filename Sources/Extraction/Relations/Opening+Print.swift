import Documents

extension Sentence {
  /// The end of the words that print sets apart at a paragraph's start: "Reaffirms" of "Reaffirms the commitment".
  ///
  /// Print leaves out an object with its article, a possessive that leads to an earlier act ("Reaffirms its decision",
  /// but "Reiterates its request"), and a "further" that belongs to the object of a verb in the present. The Security
  /// Council's print sets the verb alone apart: no possessive, no "concern" behind "Expressing", no "in the strongest terms".
  func printedEnd(of opening: Opening, by organ: Organ?) -> Int {
    guard let form = opening.form else { return opening.end }
    let last = opening.end - 1
    if organ == .securityCouncil {
      let start = opening.verb.lowerBound
      if words[start].traits.contains(.expressing) { return start + 1 }
      if last >= opening.verb.upperBound, classes[last].contains(.intensifier), starts[last] < last {
        return starts[last]
      }
    }
    let leadsToAct = words[opening.verb.upperBound - 1].traits.contains(.act)
    for index in opening.verb.dropFirst() where classes[index].isDisjoint(with: [.intensifier]) {
      if words[index].traits.contains(.article) { return index }
      if number(index) == grammar.its, leadsToAct || organ == .securityCouncil { return index }
    }
    let isAdverb = last < opening.verb.upperBound || grammar.forms[form].position != .operative
    return isAdverb || number(last) != grammar.further ? opening.end : last
  }
}
