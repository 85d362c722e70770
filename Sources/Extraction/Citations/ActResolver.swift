import Documents

/// Decides whose act a number is, from the body that is named, the one that speaks, the form of the number and its date.
struct ActResolver {
  /// How the text leads to a body.
  enum Clue: Equatable {
    /// Named with the head of the list, before or after it.
    case named(Body)
    /// Named earlier in the sentence, for something else.
    case nearby(Body)
    case none
  }

  /// The body whose text this is; nil where nobody knows.
  var speaker: Body?
  /// The year the citing document was adopted, if known: nothing later is cited.
  var year: Int?
  /// Whether the text has named the Human Rights Council; if not, only a date can show that a number is its.
  var knowsHumanRights: Bool
  /// The body that was named last, of those whose numbers look like "5/3".
  var recent: Body?
  /// The names of such bodies in full, as the document has given them so far.
  var names: [String]

  struct Outcome {
    var target: Target
    /// The organ it turned out to be, if it is one with symbols.
    var organ: Organ?
    /// The targets of a number's further letters.
    var others: [Target] = []
    /// Whether form or date speak against the body that was named.
    var isContradiction = false
    /// Whether form and date alone decided.
    var isByForm = false
  }

  func resolve(_ number: ResolutionNumber, decision: Bool, clue: Clue, date: Day?) -> Outcome {
    switch clue {
    case .named(.named(let name)):
      // A body without symbols may have any number but a form that only one organ has.
      if case .suffixYear = number.frame, let outcome = byForm(number, decision, [], date) { return outcome }
      return outcome(name, number, decision)
    case .named(let body): return named(body, number, decision, date)
    case .nearby(.named(let name)):
      // A body without symbols is meant only where no organ fits, or where the date shows that none does.
      var careful = self
      careful.knowsHumanRights = false
      if let outcome = careful.byForm(number, decision, speaker?.organs ?? [], date, atLeast: .possible) {
        return outcome
      }
      return outcome(name, number, decision)
    case .nearby(let body):
      if let outcome = likely(number, decision, (speaker?.organs ?? []) + body.organs, date) {
        return outcome
      }
    case .none:
      if case .named(let name)? = speaker { return outcome(name, number, decision) }
      if case .named? = recent, !fitsSpeaker(number, decision, date), let recent {
        if let dated = byForm(number, decision, [], date, atLeast: .dated) { return dated }
        if case .session = number.frame {
          return resolve(number, decision: decision, clue: .nearby(recent), date: date)
        }
      }
      if let outcome = likely(number, decision, speaker?.organs ?? [], date) { return outcome }
    }
    return Outcome(target: .unresolved("no body is named and none fits the number"))
  }

  /// The longer name that the document has given for "Conference", "Conference of the Parties" or "Conference of the Parties
  /// to the Convention".
  func fullName(_ name: String) -> String {
    let stem: Substring
    if name.hasSuffix(" the Convention") {
      stem = name.dropLast("Convention".count)
    } else if name == "Conference of the Parties" {
      stem = "Conference of the Parties to "
    } else if name == "Conference" {
      stem = "Conference of the "
    } else {
      return name
    }
    return names.last { $0.utf8.count > name.utf8.count && $0.hasPrefix(stem) } ?? name
  }

  /// Whether the speaker can have adopted it, as far as form and date tell.
  func fitsSpeaker(_ number: ResolutionNumber, _ decision: Bool, _ date: Day?) -> Bool {
    speaker?.organs.contains { fit(number, decision, $0, date) > .misdated } ?? false
  }

  /// Whether `organ` can have adopted it, as far as the form tells.
  func fits(_ organ: Organ, _ number: ResolutionNumber, _ decision: Bool) -> Bool {
    fit(number, decision, organ, nil) > .misdated
  }

  /// Whether the date shows that it is the speaker's.
  func isDatedSpeaker(_ number: ResolutionNumber, _ decision: Bool, _ date: Day?) -> Bool {
    speaker?.organs.contains { fit(number, decision, $0, date) == .dated } ?? false
  }

  private func named(_ body: Body, _ number: ResolutionNumber, _ decision: Bool, _ date: Day?) -> Outcome {
    var best: (organ: Organ, fit: OrganFit)?
    for organ in body.organs {
      let fit = fit(number, decision, organ, date)
      if fit > best?.fit ?? .impossible { best = (organ, fit) }
    }
    if let best, best.fit > .misdated { return outcome(best.organ, number, decision) }
    if body == .commission { return outcome("Commission", number, decision) }
    if var dated = byForm(number, decision, [], date, atLeast: .dated) {
      dated.isContradiction = !body.isShort
      return dated
    }
    if let best { return outcome(best.organ, number, decision) }
    if body == .assembly, case .session(let session) = number.frame, session < 31 {
      return outcome("United Nations Environment Assembly", number, decision)
    }
    if var other = likely(number, decision, speaker?.organs ?? [], date) {
      other.isContradiction = true
      return other
    }
    return Outcome(target: .unresolved("the body it is attributed to has no act of such a number"))
  }

  private func fit(_ number: ResolutionNumber, _ decision: Bool, _ organ: Organ, _ date: Day?) -> OrganFit {
    let fit = OrganFit.of(number, decision: decision, organ: organ, date: date)
    if fit == .possible, let year, isFuture(number, organ, year) { return .impossible }
    return fit
  }

  /// A session or year that the citing document cannot have known.
  private func isFuture(_ number: ResolutionNumber, _ organ: Organ, _ year: Int) -> Bool {
    switch number.frame {
    case .session(let session):
      organ == .humanRightsCouncil ? 2006 + (session - 1) / 3 > year : 1945 + session > year
    case .year(let its), .suffixYear(let its): its > year
    case .special, .roman: false
    }
  }

  /// The organ that the form fits best. A misprinted date may be overlooked; a Roman session or a year that cannot have reached
  /// such a number may not, for then it is some other body's.
  private func likely(
    _ number: ResolutionNumber, _ decision: Bool, _ preferred: [Organ], _ date: Day?
  ) -> Outcome? {
    switch number.frame {
    case .roman, .suffixYear: return byForm(number, decision, preferred, date, atLeast: .possible)
    case .session, .special, .year: return byForm(number, decision, preferred, date)
    }
  }

  private static let usual: [Organ] = [.generalAssembly, .humanRightsCouncil, .economicAndSocialCouncil]

  /// The organ that the form fits best; among equals the preferred ones, then the usual organ of the form.
  private func byForm(
    _ number: ResolutionNumber, _ decision: Bool, _ preferred: [Organ], _ date: Day?,
    atLeast: OrganFit = .misdated
  ) -> Outcome? {
    var best: (organ: Organ, fit: OrganFit)?
    func consider(_ organ: Organ) {
      let fit = fit(number, decision, organ, date)
      if organ == .humanRightsCouncil, fit < .dated, !knowsHumanRights, !preferred.contains(organ) {
        return
      }
      if fit >= atLeast, fit > best?.fit ?? .impossible { best = (organ, fit) }
    }
    for organ in preferred { consider(organ) }
    consider(number.usualOrgan)
    for organ in ActResolver.usual { consider(organ) }
    guard let best else { return nil }
    var outcome = outcome(best.organ, number, decision)
    outcome.isByForm = true
    return outcome
  }

  private func outcome(_ organ: Organ, _ number: ResolutionNumber, _ decision: Bool) -> Outcome {
    let symbols = number.symbols(of: organ, decision: decision)
    return Outcome(
      target: .document(symbols[0]), organ: organ, others: symbols.dropFirst().map { .document($0) })
  }

  private func outcome(_ name: String, _ number: ResolutionNumber, _ decision: Bool) -> Outcome {
    let full = fullName(name)
    let acts = number.written.map {
      Target.named(NamedAct(body: full, kind: decision ? .decision : .resolution, number: $0))
    }
    return Outcome(target: acts[0], others: Array(acts.dropFirst()))
  }
}

extension ResolutionNumber {
  /// The number without a body, one per letter: "62/8", "574(XXVII)".
  var written: [String] {
    symbols(of: .generalAssembly).map { String($0.text.dropFirst("A/RES/".count)) }
  }
}
