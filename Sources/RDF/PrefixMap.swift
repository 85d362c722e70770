/// Prefixes and what they stand for, in the order in which they were declared.
public struct PrefixMap: Sendable, Hashable {
  public private(set) var pairs: [(prefix: String, namespace: String)] = []
  /// Where each prefix stands in `pairs`.
  private var places: [ExactText: Int] = [:]

  public init(_ pairs: KeyValuePairs<String, String> = [:]) {
    for (prefix, namespace) in pairs { self[prefix] = namespace }
  }

  /// The namespace of `prefix` (without the colon).
  public subscript(prefix: String) -> String? {
    get { places[ExactText(prefix)].map { pairs[$0].namespace } }
    set {
      switch (places[ExactText(prefix)], newValue) {
      case (let index?, let namespace?): pairs[index].namespace = namespace
      case (nil, let namespace?):
        places[ExactText(prefix)] = pairs.count
        pairs.append((prefix, namespace))
      case (let index?, nil):
        pairs.remove(at: index)
        places = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { (ExactText($1.prefix), $0) })
      case (nil, nil): break
      }
    }
  }

  /// `iri` as a prefixed name, where a declared namespace fits and the rest needs no escape; otherwise nil.
  public func compact(_ iri: IRI) -> String? {
    var best: String?
    var length = 0
    for (prefix, namespace) in pairs
    where namespace.utf8.count > length && iri.value.utf8.starts(with: namespace.utf8) {
      let local = iri.value.utf8.dropFirst(namespace.utf8.count)
      if !isPlainLocal(local) { continue }
      best = prefix + ":" + String(Substring(local))
      length = namespace.utf8.count
    }
    return best
  }

  public static func == (left: PrefixMap, right: PrefixMap) -> Bool {
    left.pairs.elementsEqual(right.pairs) {
      $0.prefix.isExactly($1.prefix) && $0.namespace.isExactly($1.namespace)
    }
  }

  public func hash(into hasher: inout Hasher) {
    for (prefix, namespace) in pairs {
      prefix.hashExactly(into: &hasher)
      namespace.hashExactly(into: &hasher)
    }
  }

  /// What every query may use with nothing typed before it.
  public static let standard = PrefixMap([
    "": Stemma.namespace,
    "rdf": RDF.namespace,
    "rdfs": RDFS.namespace,
    "xsd": XSD.namespace,
    "owl": OWL.namespace,
    "skos": SKOS.namespace,
    "dcterms": DCTerms.namespace,
    "cito": CiTO.namespace,
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "undo": "https://w3id.org/un/ontology/undo/",
  ])
}
