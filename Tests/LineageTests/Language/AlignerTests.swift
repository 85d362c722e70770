import Lineage
import QueryEngine
import RDF
import Testing
import TripleStore

/// A paragraph for a test: "pp1", the name of its opening verb, its words after that.
private struct Line {
  let label: String
  let verb: String
  let text: String

  init(_ label: String, _ verb: String, _ text: String) {
    (self.label, self.verb, self.text) = (label, verb, text)
  }
}

extension TripleStore {
  /// Adds a document with its paragraphs, or replaces it.
  fileprivate func put(
    _ symbol: String, on date: String?, title: String? = nil, cites cited: [String] = [], _ lines: [Line]
  ) throws {
    let document = IRI(Stemma.documents + symbol)
    var triples = [Triple(.iri(document), RDF.type, .iri(Stemma.term("Document")))]
    func add(_ subject: IRI, _ property: IRI, _ object: Term) {
      triples.append(Triple(.iri(subject), property, object))
    }
    if let date { add(document, Stemma.term("adoptedOn"), .literal(Literal(date, datatype: XSD.date))) }
    if let title { add(document, DCTerms.title, .literal(Literal(title))) }
    for other in cited { add(document, Stemma.term("cites"), .iri(IRI(Stemma.documents + other))) }
    for line in lines {
      let paragraph = IRI("\(document.value)#\(line.label)")
      add(document, DCTerms.hasPart, .iri(paragraph))
      add(paragraph, DCTerms.isPartOf, .iri(document))
      add(paragraph, RDF.type, .iri(Stemma.term("Paragraph")))
      let kind = line.label.hasPrefix("pp") ? "PreambularParagraph" : "OperativeParagraph"
      add(paragraph, RDF.type, .iri(Stemma.term(kind)))
      add(paragraph, Stemma.term("text"), .literal(Literal("\(line.verb) \(line.text)")))
      add(paragraph, Stemma.term("openingPhrase"), .literal(Literal(line.verb)))
      let stem = String(line.verb.split(separator: " ").last?.prefix(5) ?? "").lowercased()
      add(paragraph, Stemma.term("openingVerb"), .iri(Stemma.term("verb-\(stem)")))
    }
    try write { transaction in
      try transaction.removeGraph(.iri(document))
      try transaction.add(triples, graph: .iri(document))
    }
  }
}

private let ferries = "that ferries join the islands of the northern archipelago in every season of the year,"
private let lanterns =
  "the need to keep the lanterns of all harbours lit while vessels approach the coast at night,"
private let pilots =
  "that trained pilots are to come aboard before a vessel passes the narrow western strait,"

@Suite struct AlignerTests {
  /// What became of each paragraph of a text against an earlier one: "pp1 modified from pp2, move".
  private func shown(_ older: [Line], _ newer: [Line]) throws -> [String] {
    try withTemporaryStore { store in
      try store.put("A/RES/90/1", on: "2035-12-01", older)
      try store.put("A/RES/91/1", on: "2036-12-01", newer)
      let alignment = try TextAlignment(
        of: IRI(Stemma.documents + "A/RES/91/1"), with: IRI(Stemma.documents + "A/RES/90/1"),
        in: LocalGraph(store))
      return alignment.rows.map { row in
        var note = "\(row.newer.label) \(row.change.rawValue)"
        if !row.origins.isEmpty { note += " from \(row.origins.map(\.passage.label).joined(separator: "+"))" }
        if row.origins.first?.isVerbShift == true { note += ", verb shift" }
        if row.origins.first?.isMove == true { note += ", move" }
        return note
      } + alignment.dropped.map { "\($0.label) dropped" }
    }
  }

  @Test("kept, reordered, dropped and new paragraphs")
  func order() throws {
    try #expect(
      shown(
        [Line("pp1", "Noting", ferries), Line("pp2", "Stressing", lanterns), Line("pp3", "Noting", pilots)],
        [
          Line("pp1", "Stressing", lanterns), Line("pp2", "Noting", ferries),
          Line("pp3", "Noting", "that tides turn,"),
        ])
        == ["pp1 identical from pp2", "pp2 identical from pp1", "pp3 new", "pp3 dropped"])
  }

  @Test("another opening verb, and another part of the document")
  func verbsAndParts() throws {
    try #expect(
      shown(
        [Line("pp1", "Expressing concern", ferries), Line("op1", "Stresses", lanterns)],
        [Line("pp1", "Recalling", ferries), Line("pp2", "Stressing", lanterns)])
        == ["pp1 modified from pp1, verb shift", "pp2 modified from op1, move"])
  }

  @Test("a paragraph made of two, and two made of one")
  func mergedAndSplit() throws {
    let (first, second) = (Line("pp1", "Noting", ferries), Line("pp2", "Noting", pilots))
    let both = Line("pp1", "Noting", ferries + " and " + pilots)
    try #expect(shown([first, second], [both]) == ["pp1 modified from pp1+pp2"])
    try #expect(shown([both], [first, second]) == ["pp1 modified from pp1", "pp2 modified from pp1"])
  }

  @Test("a long name in common makes no common paragraph")
  func names() throws {
    let name = "the Standing Committee on Ferries, Lanterns and Pilots of the Northern Archipelago"
    let named = (3...7).map {
      Line("op\($0)", "Thanks", "\(name) for report number \($0) on its work with \($0 * 7) harbours;")
    }
    let alignment = try shown(
      [Line("op1", "Regrets", "the slow and costly manner in which members are chosen for \(name);")] + named,
      [Line("op1", "Welcomes", "a new house by the sea that friends gave to \(name);")] + named)
    #expect(alignment.first == "op1 new")
  }

  @Test("each instance of a formula comes from one")
  func formulas() throws {
    let older = [
      Line("pp1", "Recalling", "its resolution 80/4 of 3 May 2030,"),
      Line("pp2", "Recalling", "its resolution 81/7 of 9 May 2031,"),
    ]
    let newer = [
      Line("pp1", "Recalling", "its resolution 80/4 of 3 May 2030,"),
      Line("pp2", "Recalling", "its resolution 82/6 of 5 May 2032,"),
      Line("pp3", "Recalling", "its resolution 83/2 of 7 May 2033,"),
    ]
    try #expect(
      shown(older, newer) == ["pp1 identical from pp1", "pp2 modified from pp2", "pp3 new"])
  }

  @Test("a paragraph that differs in numbers only is modified, and said to differ in these")
  func numbers() throws {
    try withTemporaryStore { store in
      try store.put(
        "A/RES/90/1", on: "2035-12-01", [Line("pp1", "Recalling", "its resolution 89/7 of 3 May 2034,")])
      try store.put(
        "A/RES/91/1", on: "2036-12-01", [Line("pp1", "Recalling", "its resolution 90/1 of 9 May 2035,")])
      let alignment = try TextAlignment(
        of: IRI(Stemma.documents + "A/RES/91/1"), with: IRI(Stemma.documents + "A/RES/90/1"),
        in: LocalGraph(store))
      #expect(alignment.rows.map(\.change) == [.modified] && alignment.rows[0].differsInNumbersOnly)
      #expect(
        try DiffReport.form(named: "text").render(DiffReport(alignment)).contains(
          "1 modified (1 in numbers only)"))
    }
  }

  @Test("several resolutions under one number are compared as one document, each paragraph with its letter")
  func joint() throws {
    try withTemporaryStore { store in
      try store.put("A/RES/90/7A", on: "2035-12-01", [Line("pp1", "Noting", ferries)])
      try store.put(
        "A/RES/90/7B", on: "2035-12-01", [Line("pp1", "Noting", lanterns), Line("op1", "Notes", pilots)])
      let joint = Term.iri(IRI(Stemma.documents + "A/RES/90/7A-B"))
      try store.write { transaction in
        for letter in ["A", "B"] {
          let part = Term.iri(IRI(Stemma.documents + "A/RES/90/7" + letter))
          try transaction.add(
            [Triple(part, DCTerms.isPartOf, joint), Triple(joint, DCTerms.hasPart, part)], graph: joint)
        }
      }
      try store.put(
        "A/RES/91/7", on: "2036-12-01", [Line("pp1", "Noting", lanterns), Line("pp2", "Noting", ferries)])
      let alignment = try TextAlignment(
        of: IRI(Stemma.documents + "A/RES/91/7"), with: IRI(Stemma.documents + "A/RES/90/7A-B"),
        in: LocalGraph(store))
      let text = try DiffReport.form(named: "text").render(DiffReport(alignment))
      #expect(text.contains("pp1  identical, from 7B pp1") && text.contains("pp2  identical, from 7A pp1"))
      #expect(text.contains("Left out of A/RES/90/7A-B\n\n7B op1\n"))
    }
  }

  @Test("a document that the store does not hold is an error")
  func missing() throws {
    try withTemporaryStore { store in
      try store.put("A/RES/90/1", on: "2035-12-01", [Line("pp1", "Noting", ferries)])
      #expect(throws: (any Error).self) {
        try TextAlignment(
          of: IRI(Stemma.documents + "A/RES/90/1"), with: IRI(Stemma.documents + "A/RES/1/1"),
          in: LocalGraph(store))
      }
    }
  }
}

@Suite struct LanguageLineageTests {
  /// The statements of each document.
  private func statements(
    _ store: TripleStore, changed: Set<IRI>? = nil, extent: LanguageLineage.Extent = .lineage
  ) throws -> [IRI: [Triple]] {
    var found: [IRI: [Triple]] = [:]
    try LanguageLineage(in: LocalGraph(store), extent: extent).align(changed: changed) { found[$0] = $1 }
    return found
  }

  private func origins(_ statements: [IRI: [Triple]]) -> [String] {
    statements.values.joined().filter { $0.predicate == Stemma.term("restates") }.map {
      "\($0.subject) \($0.object)".replacing(Stemma.documents, with: "")
    }.sorted()
  }

  private func document(_ symbol: String) -> IRI { IRI(Stemma.documents + symbol) }

  /// A series of three with a text of another title between, and one that nothing leads to.
  private func fill(_ store: TripleStore) throws {
    let lines = [Line("pp1", "Noting", ferries), Line("pp2", "Stressing", lanterns)]
    try store.put("A/RES/90/1", on: "2035-12-01", title: "Ferries", lines)
    try store.put("A/RES/90/9", on: "2036-01-01", title: "Coasts", lines)
    try store.put("A/RES/91/1", on: "2036-12-01", title: "Ferries", lines)
    try store.put(
      "A/RES/92/1", on: "2037-12-01", title: "Vessels", cites: ["A/RES/91/1"],
      [Line("pp1", "Noting", ferries)])
  }

  @Test(
    "origins come from the series and the ancestry, the latest first, and on request from the whole store")
  func extents() throws {
    try withTemporaryStore { store in
      try fill(store)
      try #expect(
        origins(statements(store)) == [
          "<A/RES/91/1#pp1> <A/RES/90/1#pp1>", "<A/RES/91/1#pp2> <A/RES/90/1#pp2>",
          "<A/RES/92/1#pp1> <A/RES/91/1#pp1>",
        ])
      try #expect(
        origins(statements(store, extent: .store)).contains("<A/RES/90/9#pp1> <A/RES/90/1#pp1>"))
    }
  }

  @Test("what has no date comes last, what has the same date is not earlier")
  func dates() throws {
    try withTemporaryStore { store in
      let lines = [Line("pp1", "Noting", ferries)]
      try store.put("A/RES/90/1", on: "2035-12-01", title: "Ferries", lines)
      try store.put("A/RES/90/2", on: "2035-12-01", title: "Ferries", lines)
      try store.put("A/C.1/90/L.3", on: nil, title: "Ferries", lines)
      try #expect(origins(statements(store)) == ["<A/C.1/90/L.3#pp1> <A/RES/90/2#pp1>"])
    }
  }

  @Test("aligned anew is what can have changed, and the outcome is that of a fresh start")
  func incremental() throws {
    try withTemporaryStore { store in
      try fill(store)
      var known = try statements(store)
      let before = try LanguageLineage(in: LocalGraph(store)).versions
      try store.put("A/RES/91/1", on: "2036-12-01", title: "Ferries", [Line("pp1", "Recalling", ferries)])
      try store.put("A/RES/93/1", on: "2038-12-01", title: "Ferries", [Line("pp1", "Noting", pilots)])
      let after = try LanguageLineage(in: LocalGraph(store)).versions
      let changed = Set(after.filter { !before.contains($0) }.map(\.document))
      #expect(changed == [document("A/RES/91/1"), document("A/RES/93/1")])
      let fresh = try statements(store, changed: changed)
      #expect(Set(fresh.keys) == changed.union([document("A/RES/92/1")]))
      known.merge(fresh) { $1 }
      try #expect(known == statements(store))
    }
  }

  @Test("the statements are the same whatever the number of threads", arguments: [2, 5])
  func threads(jobs: Int) throws {
    try withTemporaryStore { store in
      try fill(store)
      var found: [[Triple]] = []
      for jobs in [1, jobs] {
        var triples: [Triple] = []
        try LanguageLineage(in: LocalGraph(store), jobs: jobs).align(changed: nil) { triples += $1 }
        found.append(triples)
      }
      #expect(found[0] == found[1] && !found[0].isEmpty)
    }
  }

  @Test("the chain of versions leads to where the language first appears, for a paragraph and for a sentence")
  func chain() throws {
    try withTemporaryStore { store in
      try fill(store)
      for (document, triples) in try statements(store) {
        try store.write { try $0.add(triples, graph: .iri(IRI(document.value + "#language"))) }
      }
      let source = LocalGraph(store)
      let chain = try ParagraphVersion.chain(of: document("A/RES/92/1#pp1"), in: source)
      #expect(
        chain.map(\.passage.iri.value).map { $0.dropFirst(Stemma.documents.count) }
          == ["A/RES/92/1#pp1", "A/RES/91/1#pp1", "A/RES/90/1#pp1"])
      #expect(chain.map(\.change) == [.identical, .identical, .new])
      func firstAppearance(_ sentence: String) throws -> IRI? {
        try ParagraphVersion.chain(ofSentence: sentence, in: source).last?.passage.iri
      }
      try #expect(firstAppearance("all Harbours lit") == document("A/RES/90/1#pp2"))
      try #expect(
        firstAppearance(ferries.replacing("every season", with: "each month")) == document("A/RES/90/1#pp1"))
      try #expect(ParagraphVersion.chain(ofSentence: "nothing of the kind was ever said", in: source).isEmpty)
    }
  }
}
