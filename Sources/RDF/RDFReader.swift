import Diagnostics

/// Reads N-Triples, N-Quads, Turtle, TriG and RDF/XML (RDF 1.1) into a `QuadSink`.
///
///     var collector = QuadCollector()
///     try RDFReader(format: .turtle).read(path: "ontology.ttl", into: &collector)
///
/// Reading is strict: the first error ends it with a `Diagnostic` that draws the line. Quads found before the error have
/// been handed over by then, so a sink that must be all or nothing works in a transaction. Blank node labels are those of the
/// source, or made up where it has none; they mean something only within one call of `read`.
public struct RDFReader: Sendable {
  public let format: RDFFormat
  /// The IRI against which relative IRIs are read. Where it is nil, a file's own `file:` IRI is the base.
  public let base: String?

  public init(format: RDFFormat, base: String? = nil) {
    self.format = format
    self.base = base
  }

  /// Reads the file at `path`, which may be packed by gzip, and returns the number of quads.
  @discardableResult
  public func read(path: String, into sink: inout some QuadSink) throws -> Int {
    let file = try MappedFile.unpacked(path: path)
    return try read(file.bytes, name: path, base: base ?? IRIResolver.fileIRI(path: path), into: &sink)
  }

  /// Reads `bytes`, which errors call `name`, and returns the number of quads.
  @discardableResult
  public func read(
    bytes: UnsafeBufferPointer<UInt8>, name: String, into sink: inout some QuadSink
  ) throws -> Int {
    try read(bytes, name: name, base: base, into: &sink)
  }

  /// Reads `text`, which errors call `name`, and returns the number of quads.
  @discardableResult
  public func read(text: String, name: String, into sink: inout some QuadSink) throws -> Int {
    var text = text
    return try text.withUTF8 { try read($0, name: name, base: base, into: &sink) }
  }

  private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String, base: String?, into sink: inout some QuadSink
  ) throws -> Int {
    if bytes.isEmpty, format != .rdfxml { return 0 }
    switch format {
    case .ntriples, .nquads:
      var parser = LineParser(bytes, name: name, graphs: format == .nquads)
      return try parser.parse(into: &sink)
    case .turtle, .trig:
      return try withUnsafeMutablePointer(to: &sink) { sink in
        var parser = TurtleParser(bytes, name: name, base: base, graphs: format == .trig) {
          try sink.pointee.add(subject: $0, predicate: $1, object: $2, graph: $3)
        }
        return try parser.parse()
      }
    case .rdfxml:
      return try withUnsafeMutablePointer(to: &sink) { sink in
        try RDFXMLParser(bytes, name: name, base: base) {
          try sink.pointee.add(subject: $0, predicate: $1, object: $2, graph: $3)
        }.parse()
      }
    }
  }
}
