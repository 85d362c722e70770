import Documents

/// Decides whose act a number is, from the body that is named, the one that speaks, the form of the number and its date.
struct ActResolver {
  /// How the text leads to a body.
  enum Clue: Equatable {
    /// Named with the head of the list, before or after it.
    case named(Body)
    /// Named earlier in the sentence, for another list.
    case nearby(Body)
    case none
  }

  /// The body whose text this is; nil where nobody knows.
  var speaker: Body?
  /// The year the citing document was adopted, if known: nothing later is cited.
  var year: Int?

  struct Outcome {
    var target: Target
    /// The targets of a number with several letters.
    var others: [Target] = []
    /// Whether the body follows from form or date against the one that was named.
    var isContradiction = false
    /// Whether form and date alone decided.
    var isByForm = false
  }

  func resolve(_ number: ResolutionNumber, decision: Bool, clue: Clue, date: Day?) -> Outcome {
    switch clue {
    case .named(.named(let name)):
      // A body without symbols keeps everything but a form that only one organ has.
      if case .suffixYear = number.frame, let outcome = byForm(number, decision, [], date) { return outcome }
      return outcome(name, number, decision)
    case .named(let body):
      let organs = body.organs.sorted { fit(number, decision, $0, date) > fit(number, decision, $1, date) }
      if let organ = organs.first, fit(number, decision, organ, date) > .misdated {
        return outcome(organ, number, decision)
      }
      if body == .commission, let named = shortName(body, number, decision) { return named }
      if let best = byForm(number, decision, [], date, atLeast: .dated) {
        return marked(best)
      }
      if let organ = organs.first, fit(number, decision, organ, date) == .misdated {
        return outcome(organ, number, decision)
      }
      if let named = shortName(body, number, decision) { return named }
      if let best = byForm(number, decision, speaker?.organs ?? [], date) { return marked(best) }
      return Outcome(target: .unresolved("no act of the body it is attributed to has such a number"))
    case .nearby(let body):
      let preferred = (speaker?.organs ?? []) + body.organs
      if let outcome = byForm(number, decision, preferred, date) { return outcome }
      if case .named(let name) = body { return outcome(name, number, decision) }
      return Outcome(target: .unresolved("no body is named and none fits the number"))
    case .none:
      if let outcome = byForm(number, decision, speaker?.organs ?? [], date) { return outcome }
      if case .named(let name)? = speaker { return outcome(name, number, decision) }
      return Outcome(target: .unresolved("no body is named and none fits the number"))
    }
  }

  private func marked(_ outcome: Outcome) -> Outcome {
    var outcome = outcome
    outcome.isContradiction = true
    return outcome
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

  /// The organ that the form fits best; among equals the preferred ones, then the usual organ of the form.
  private func byForm(
    _ number: ResolutionNumber, _ decision: Bool, _ preferred: [Organ], _ date: Day?,
    atLeast: OrganFit = .misdated
  ) -> Outcome? {
    let order =
      preferred + [number.usualOrgan] + [.generalAssembly, .humanRightsCouncil, .economicAndSocialCouncil]
    var best: (organ: Organ, fit: OrganFit)?
    for organ in order {
      let fit = fit(number, decision, organ, date)
      if fit >= atLeast, fit > best?.fit ?? .impossible { best = (organ, fit) }
    }
    guard let best else { return nil }
    var outcome = outcome(best.organ, number, decision)
    outcome.isByForm = true
    return outcome
  }

  private func outcome(_ organ: Organ, _ number: ResolutionNumber, _ decision: Bool) -> Outcome {
    let symbols = number.symbols(of: organ, decision: decision)
    return Outcome(target: .document(symbols[0]), others: symbols.dropFirst().map { .document($0) })
  }

  private func outcome(_ name: String, _ number: ResolutionNumber, _ decision: Bool) -> Outcome {
    let kind: NamedAct.Kind = decision ? .decision : .resolution
    let acts = number.written.map { Target.named(NamedAct(body: name, kind: kind, number: $0)) }
    return Outcome(target: acts[0], others: Array(acts.dropFirst()))
  }

  /// "Commission resolution 48/2": a named body whose full name the sentence does not give.
  private func shortName(_ body: Body, _ number: ResolutionNumber, _ decision: Bool) -> Outcome? {
    switch body {
    case .commission: outcome("Commission", number, decision)
    case .assembly:
      if case .session(let session) = number.frame, session < 31 {
        outcome("United Nations Environment Assembly", number, decision)
      } else {
        nil
      }
    case .organ, .council, .named: nil
    }
  }
}

extension ResolutionNumber {
  /// The number without a body, one per letter: "62/8", "574(XXVII)".
  var written: [String] {
    symbols(of: .generalAssembly).map { String($0.text.dropFirst("A/RES/".count)) }
  }
}
