import Documents

/// The phrase that opens a paragraph.
struct Opening {
  /// Index in `Grammar.forms`; nil for a phrase that the ontology does not know.
  var form: Int?
  /// Words up to and with the modifiers that follow the verb.
  var end: Int
  /// Words of the verb alone.
  var verb: Range<Int>
}

extension Sentence {
  /// The verb form that starts at `index`: the longest phrase, with fillers allowed between its words.
  func verb(at index: Int, where accepts: (VerbForm) -> Bool) -> (form: Int, end: Int)? {
    guard index < count, words[index].kind == .word, var node = grammar.verbPhrases.start(number(index))
    else {
      return nil
    }
    var best: (form: Int, end: Int)?
    var at = index + 1
    var skipped = 0
    while true {
      let form = grammar.verbPhrases.values(at: node).first {
        let form = grammar.forms[Int($0)]
        return (isTranslated || !form.isTranslated) && accepts(form)
      }
      if let form, skipped == 0 { best = (Int(form), at) }
      guard at < count else { return best }
      if let next = grammar.verbPhrases.child(of: node, number(at)) {
        node = next
        skipped = 0
      } else if classes[at].contains(.aside), skipped < 4 {
        // "reiterates in this regard its call for"
        skipped += 1
        at = ends[at]
        continue
      } else if !classes[at].isDisjoint(with: [.filler, .modifier]), skipped < 4 {
        skipped += 1
      } else {
        return best
      }
      at += 1
    }
  }

  /// The verb that stands at `index` behind modifiers and intensifiers ("further strongly urges").
  func modifiedVerb(at index: Int, where accepts: (VerbForm) -> Bool) -> (form: Int, verb: Range<Int>)? {
    var at = index
    while at < count {
      if let found = verb(at: at, where: accepts) { return (found.form, at..<found.end) }
      guard !classes[at].isDisjoint(with: [.modifier, .intensifier]) else { return nil }
      at = ends[at]
    }
    return nil
  }

  /// The opening of a preambular or operative paragraph; nil where the first word cannot open one.
  ///
  /// - Parameter continues: whether it is part of a paragraph whose verb it may continue.
  func opening(_ kind: Paragraph.Kind, continues: Bool) -> Opening? {
    guard count > 0, words[0].kind == .word else { return nil }
    let accepted =
      modifiedVerb(at: 0) { form in
        kind == .preambular ? form.position == .preambular : form.position == .operative
      } ?? modifiedVerb(at: 0) { $0.position == .preambular || $0.position == .operative }
      ?? declarative(continues: continues)
    if let accepted {
      return Opening(form: accepted.form, end: afterModifiers(accepted.verb.upperBound), verb: accepted.verb)
    }
    return nil
  }

  /// "We recall …", or "Recall …" for the verbs that stand so.
  private func declarative(continues: Bool) -> (form: Int, verb: Range<Int>)? {
    if number(0) == grammar.we { return modifiedVerb(at: 1) { $0.position == .declarative } }
    guard !continues, words[0].isCapital, let bare = modifiedVerb(at: 0, where: \.isBare) else { return nil }
    let end = afterModifiers(bare.verb.upperBound)
    // "Note by the Secretariat" and "Recall: a study" have no object there.
    return end < count && (isGlue(end) || number(end) == grammar.that || number(end) == grammar.of)
      ? bare : nil
  }

  /// The end of the modifiers right behind a verb: "Recalling also", "Condemns in the strongest terms".
  private func afterModifiers(_ index: Int) -> Int {
    var at = index
    while at < count, !classes[at].isDisjoint(with: [.modifier, .intensifier]), number(at) != grammar.and {
      at = ends[at]
    }
    return at
  }
}
