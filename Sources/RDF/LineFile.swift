/// A file of N-Triples or N-Quads, packed by gzip or not, in pieces of whole lines, which may be read on several threads.
///
///     let file = try LineFile(path: "graph.nt", format: .ntriples)
///     for piece in file.pieces() { try file.read(piece, into: &sink) }
///
/// Labels of blank nodes mean the same in all pieces. Errors are the same as when the file is read as a whole.
public final class LineFile: @unchecked Sendable {
  private let file: MappedFile
  private let path: String
  private let hasGraphs: Bool

  /// nil for a format that is not made of lines.
  public init?(path: String, format: RDFFormat) throws {
    guard format == .ntriples || format == .nquads else { return nil }
    file = try MappedFile.unpacked(path: path)
    self.path = path
    hasGraphs = format == .nquads
  }

  /// Consecutive pieces of at least `size` bytes (the last may be smaller), each ending with a line.
  public func pieces(of size: Int = 1 << 20) -> [Range<Int>] {
    let bytes = file.bytes
    var pieces: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      var end = min(bytes.count, start + size)
      while end < bytes.count, bytes[end - 1] != UInt8(ascii: "\n") { end += 1 }
      pieces.append(start..<end)
      start = end
    }
    return pieces
  }

  /// Reads a piece and gives the number of quads.
  @discardableResult
  public func read(_ piece: Range<Int>, into sink: inout some QuadSink) throws -> Int {
    var parser = LineParser(file.bytes, piece: piece, name: path, graphs: hasGraphs)
    return try parser.parse(into: &sink)
  }
}
