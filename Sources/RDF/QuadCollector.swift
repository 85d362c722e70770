/// A sink that keeps every quad as a value, for small sources such as the ontology.
public struct QuadCollector: QuadSink {
  public private(set) var quads: [Quad] = []

  public init() {}

  public mutating func add(
    subject: TermBytes, predicate: TermBytes, object: TermBytes, graph: TermBytes?
  ) {
    let verb = IRI(String(decoding: predicate.lexical, as: UTF8.self))
    quads.append(Quad(Triple(subject.term, verb, object.term), graph: graph?.term))
  }
}

extension RDFReader {
  /// All triples of a small text, whatever their graph.
  public func triples(text: String, name: String) throws -> [Triple] {
    var collector = QuadCollector()
    try read(text: text, name: name, into: &collector)
    return collector.quads.map(\.triple)
  }

  /// All triples of a small file, whatever their graph.
  public func triples(path: String) throws -> [Triple] {
    var collector = QuadCollector()
    try read(path: path, into: &collector)
    return collector.quads.map(\.triple)
  }
}
