import RDF
import TripleStore

extension FuzzTarget {
  /// What a loader hands over is RDF: absolute IRIs, UTF-8, language tags. The first byte chooses the format.
  static let rdf = FuzzTarget(
    name: "rdf", summary: "loaders of N-Triples, N-Quads, Turtle, TriG and RDF/XML, into a draft of a store",
    maxLength: 200,
    words: [
      "<http://a/b> ", "_:b ", "\"s\"", "@en", "^^<http://a/d>", " .\n", "@prefix : <http://a/> .",
      "@base <http://b/> .", "PREFIX p: <x>", "[ ", " ]",
      "( ", " )", ";", ",", "a ", ":p ", "\"\"\"", "'''", "\\u00E9", "\\U0001F600", "1.5e3", "-1", "true",
      "{ ", " }", "GRAPH ",
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:x=\"http://x/\">",
      "</rdf:RDF>", "<rdf:Description ",
      "rdf:about=\"a\"", "rdf:ID=\"i\"", "rdf:nodeID=\"n\"", "rdf:resource=\"r\"",
      "rdf:parseType=\"Collection\"", "rdf:parseType=\"Literal\"",
      "rdf:parseType=\"Resource\"", "rdf:datatype=\"d\"", "xml:lang=\"en\"", "xml:base=\"http://b/\"",
      "<x:p>", "</x:p>", "<rdf:li>", "</rdf:li>", "/>",
    ],
    seeds: {
      let lines =
        "<http://a/s> <http://a/p> \"caf\\u00E9\"@fr .\n_:x <http://a/p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
      let texts = [
        (0, lines), (2, lines + "<http://a/s> <http://a/p> _:x <http://a/g> .\n"),
        (
          1,
          "@prefix : <http://a/> . @base <http://b/> .\n:s :p [ :q (1 2.5 1e3 true) ], '''x\ny'''@en ; a <c> .\n"
        ),
        (3, "@prefix : <http://a/> .\n:g { :s :p :o . _:b :p \"x\" }\nGRAPH :h { :s a :c }\n"),
        (
          4,
          """
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x/" xml:base="http://b/">
          <x:C rdf:about="s" x:q="v"><x:p rdf:resource="o"/><x:p xml:lang="en">t</x:p><x:p rdf:parseType="Collection">
          <rdf:Description rdf:ID="i"/></x:p><rdf:li rdf:parseType="Literal"><b>t</b></rdf:li></x:C></rdf:RDF>
          """
        ),
      ]
      let ontology = Corpus.files(".ttl", in: "Ontology/Data").map { [1] + $0.prefix(380) }
      return texts.map { [UInt8($0.0)] + Array($0.1.utf8) } + ontology
    },
    start: {
      let formats: [RDFFormat] = [.ntriples, .turtle, .nquads, .trig, .rdfxml]
      return { input in
        var choices = Choices(input)
        let reader = RDFReader(format: choices.pick(formats), base: "http://base.test/a/b")
        var sink = CheckingSink()
        let count = try reader.read(bytes: choices.rest, name: "input", into: &sink)
        require(count == sink.count, "counts \(count), handed over \(sink.count)")
      }
    })
}

/// Takes quads into a draft, and stops where one is no RDF.
private struct CheckingSink: QuadSink {
  private(set) var count = 0
  private var draft = QuadDraft()

  mutating func add(
    subject: TermBytes, predicate: TermBytes, object: TermBytes, graph: TermBytes?
  ) {
    require(
      subject.kind != .literal && predicate.kind == .iri && graph?.kind != .literal, "a literal out of place")
    for term in [subject, predicate, object, graph].compactMap({ $0 }) { check(term) }
    draft.add(subject: subject, predicate: predicate, object: object, graph: graph)
    count += 1
  }

  private func check(_ term: TermBytes) {
    for bytes in [term.lexical, term.datatype, term.language] {
      require(String(validating: bytes, as: UTF8.self) != nil, "a term that is not UTF-8")
    }
    if term.kind == .iri { require(isAbsoluteIRI(term.lexical), "an IRI that is none: \(term.term)") }
    if !term.datatype.isEmpty {
      require(isAbsoluteIRI(term.datatype), "a datatype that is no IRI: \(term.term)")
    }
    if !term.language.isEmpty {
      require(isLanguageTag(term.language), "a language that is none: \(term.term)")
    }
  }
}
