import RDF

extension TextAlignment.Row {
  /// `:restates` to each origin, with a node that says how near it is and what kind of change it was.
  var restatements: [Triple] {
    origins.enumerated().flatMap { number, origin in
      let node = IRI("\(newer.iri.value)-restates\(number + 1)")
      func stated(_ property: IRI, _ object: Term) -> Triple { Triple(.iri(node), property, object) }
      var triples = [
        Triple(.iri(newer.iri), Restating.restates, .iri(origin.passage.iri)),
        stated(RDF.type, .iri(Restating.restatement)),
        stated(Restating.restating, .iri(newer.iri)),
        stated(Restating.restated, .iri(origin.passage.iri)),
        stated(Restating.similarity, .literal(Literal(origin.decimal, datatype: XSD.decimal))),
        stated(Restating.change, .literal(Literal(change.rawValue))),
      ]
      if origin.isVerbShift { triples.append(stated(RDF.type, .iri(Restating.verbShift))) }
      if origin.isMove { triples.append(stated(RDF.type, .iri(Restating.move))) }
      return triples
    }
  }
}

extension TextAlignment.Origin {
  /// The similarity in three decimals, "0.955"; below 1 where it is not 1.
  var decimal: String {
    let thousandths = similarity == 1 ? 1000 : min(999, Int((similarity * 1000).rounded()))
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}

/// The terms of `Ontology/Data/vocabulary.ttl` that language lineage states, made once.
enum Restating {
  static let restates = Stemma.term("restates")
  static let restatement = Stemma.term("Restatement")
  static let verbShift = Stemma.term("VerbShift")
  static let move = Stemma.term("Move")
  static let restating = Stemma.term("restating")
  static let restated = Stemma.term("restated")
  static let similarity = Stemma.term("similarity")
  static let change = Stemma.term("change")
}
