import Diagnostics
import Documents
import Ontology
import RDF

extension Emission {
  /// The document itself: class, identifier, title, adoption, sponsors, votes, subjects.
  mutating func stateDocument(source: String) {
    let node = identity.iri
    statements.add(node, RDF.type, Stemma.term(identity.className))
    statements.add(node, RDF.type, Stemma.term("Document"))
    statements.add(node, DCTerms.identifier, .string(identity.identifier))
    statements.add(
      node, Names.symbolSource,
      .string(identity.isProvisional ? SymbolSource.none.rawValue : document.symbolSource.rawValue))
    if identity.isProvisional {
      report(
        .warning(
          "\(source.isEmpty ? "the text" : "'\(source)'") bears no symbol and is known as '\(identity.identifier)' for now",
          hint: "give its symbol with --symbol, as in --symbol A/RES/73/27"))
    }
    for warning in document.warnings { report(.warning(warning)) }
    if let title = document.title { statements.add(node, DCTerms.title, text(title)) }
    stateAdoption(of: node)
    if let corrected = document.symbol?.corrected { statements.add(node, Names.corrects, IRI(corrected.iri)) }
    if !source.isEmpty { statements.add(node, DCTerms.source, .string(source)) }
    for subject in document.subjects { state(subject) }
    for (symbol, property) in [
      (document.draft, Names.draft), (document.committeeReport, Names.committeeReport),
    ] {
      guard let symbol else { continue }
      statements.add(node, property, IRI(symbol.iri))
      describe(.document(symbol))
    }
    for (names, property) in [
      (document.sponsors, Names.sponsor), (document.votes.inFavour, Names.votedInFavour),
      (document.votes.against, Names.votedAgainst), (document.votes.abstained, Names.abstained),
    ] {
      for name in names { state(name, as: property) }
    }
  }

  /// Who adopted `node` when and where, in which language it is printed.
  mutating func stateAdoption(of node: IRI) {
    if let date = document.adoptedOn {
      statements.add(node, Names.adoptedOn, .literal(Literal(date, datatype: XSD.date)))
    }
    if let organ = document.organ.flatMap(entry) { statements.add(node, Names.organ, organ.iri) }
    if let session = document.session { statements.add(node, Names.session, .integer(session)) }
    if let item = document.agendaItem { statements.add(node, Names.agendaItem, printed(item)) }
    if let meeting = document.meeting { statements.add(node, Names.meeting, printed(meeting)) }
    statements.add(node, DCTerms.language, .string(document.language))
  }

  private func entry(of organ: Documents.Organ) -> OrganEntry? {
    grammar.ontology.organs.first { $0.names.contains(organ.rawValue) }
  }

  private mutating func state(_ subject: Subject) {
    if let iri = subject.iri {
      statements.add(identity.iri, DCTerms.subject, IRI(iri))
      statements.addOnce(IRI(iri), SKOS.prefLabel, .literal(Literal(subject.label, language: "en")))
    } else {
      statements.add(identity.iri, DCTerms.subject, .literal(Literal(subject.label, language: "en")))
    }
  }

  /// A sponsor or a voter: a State of the ontology, or a group that is kept by its name.
  private mutating func state(_ name: String, as property: IRI) {
    guard let state = states[name] else {
      statements.addOnce(identity.iri, property, .string(name))
      return
    }
    statements.addOnce(identity.iri, property, .iri(state.iri))
    statements.addOnce(state.iri, RDF.type, .iri(Names.state))
    statements.addOnce(state.iri, SKOS.prefLabel, .literal(Literal(state.names[0], language: "en")))
  }

  /// Class and identifier of a document that this one names.
  mutating func describe(_ target: Target) {
    guard let iri = target.iri, let identifier = target.identifier else { return }
    let node = IRI(iri)
    statements.addOnce(node, RDF.type, .iri(Stemma.term(target.className)))
    if target.className != "Document" { statements.addOnce(node, RDF.type, .iri(Stemma.term("Document"))) }
    statements.addOnce(node, DCTerms.identifier, .string(identifier))
    if case .document(let symbol) = target, let corrected = symbol.corrected {
      statements.addOnce(node, Names.corrects, .iri(IRI(corrected.iri)))
    }
    if let whole = target.wholeIRI, whole != iri {
      statements.addOnce(node, DCTerms.isPartOf, .iri(IRI(whole)))
    }
  }
}
