import Diagnostics
import Documents
import Ontology
import RDF

extension Emission {
  /// The document itself: class, identifier, title, adoption, sponsors, votes, subjects.
  mutating func stateDocument(source: String) {
    statements.add(node, .type, identity.className)
    statements.add(node, .type, .documentClass)
    statements.add(node, .identifier, string(identity.identifier))
    let symbolSource = identity.isProvisional ? SymbolSource.none : document.symbolSource
    statements.add(node, .symbolSource, string(symbolSource.rawValue))
    if identity.isProvisional {
      report(
        .warning(
          "\(source.isEmpty ? "the text" : "'\(source)'") bears no symbol and is known as '\(identity.identifier)' for now",
          hint: "give its symbol with --symbol, as in --symbol A/RES/73/27"))
    }
    for warning in document.warnings { report(.warning(warning)) }
    if let title = document.title { statements.add(node, .title, tagged(title)) }
    stateAdoption(of: node)
    if let corrected = document.symbol?.corrected { statements.add(node, .corrects, term(of: corrected)) }
    if !source.isEmpty { statements.add(node, .source, string(source)) }
    for subject in document.subjects { state(subject) }
    for (symbol, property) in [(document.draft, Name.draft), (document.committeeReport, .committeeReport)] {
      guard let symbol else { continue }
      let its = term(of: symbol)
      statements.add(node, property, its)
      describe(.document(symbol), its)
    }
    for (names, property) in [
      (document.sponsors, Name.sponsor), (document.votes.inFavour, .votedInFavour),
      (document.votes.against, .votedAgainst), (document.votes.abstained, .abstained),
    ] {
      for name in names { state(name, as: property) }
    }
  }

  /// Who adopted `node` when and where, in which language it is printed.
  mutating func stateAdoption(of node: UInt32) {
    if let date = document.adoptedOn { statements.add(node, .adoptedOn, statements.term(.date, date)) }
    if let organ = document.organ.flatMap(entry) { statements.add(node, .organ, vocabulary.organ(organ)) }
    if let session = document.session { statements.add(node, .session, statements.integer(session)) }
    if let item = document.agendaItem {
      statements.add(node, .agendaItem, statements.term(printedForm, item))
    }
    if let meeting = document.meeting {
      statements.add(node, .meeting, statements.term(printedForm, meeting))
    }
    statements.add(node, .language, string(document.language))
  }

  private func entry(of organ: Documents.Organ) -> Int? {
    grammar.ontology.organs.firstIndex { $0.names.contains(organ.rawValue) }
  }

  private mutating func state(_ subject: Subject) {
    guard let text = subject.iri else {
      statements.add(node, .subject, statements.term(.english, subject.label))
      return
    }
    let concept = iri(text)
    statements.add(node, .subject, concept)
    statements.addOnce(concept, .prefLabel, literal(.english, subject.label))
  }

  /// A sponsor or a voter: a State of the ontology, or a group that is kept by its name.
  private mutating func state(_ name: String, as property: Name) {
    guard let place = states.place(of: name) else {
      statements.addOnce(node, property, literal(.string, name))
      return
    }
    let its = vocabulary.state(place)
    statements.addOnce(node, property, its)
    statements.addOnce(its, .type, Name.state.number)
    statements.addOnce(its, .prefLabel, vocabulary.label(ofState: place))
  }

  /// Class and identifier of a document that this one names, whose term is `its`.
  mutating func describe(_ target: Target, _ its: UInt32) {
    let isFirst = described.insert(its)
    if !isFirst, case .document = target { return }
    let className = target.className
    statements.addOnce(its, .type, className.number)
    if className != .documentClass { statements.addOnce(its, .type, Name.documentClass.number) }
    // What has no symbol may be called by several names ("the Ad Hoc Committee", "the Ad hoc Committee") and be one.
    if let identifier = target.identifier {
      statements.addOnce(its, .identifier, literal(.string, identifier))
    }
    if case .document(let symbol) = target, let corrected = symbol.corrected {
      statements.addOnce(its, .corrects, term(of: corrected))
    }
    if let whole = target.wholeIRI { statements.addOnce(its, .isPartOf, iri(whole)) }
  }
}
