import Glibc
import RDF
import Testing

@testable import TripleStore

/// Quads that come in pieces, read elsewhere, make the same store as quads added one by one: the same ids, not only the same terms.
@Suite struct QuadDraftTests {
  private static let source = (0..<6000).map { index in
    let graph = index % 7 == 0 ? " <http://x/g\(index % 3)>" : ""
    let object =
      switch index % 6 {
      case 0: "<http://x/n\(index % 91)>"
      case 1: "_:b\(index % 50)"
      case 2: "\"text \(index % 800)\""
      case 3: "\"text \(index % 40)\"@fr"
      case 4: "\"\(index)\"^^<http://www.w3.org/2001/XMLSchema#integer>"
      default: "\"v\(index % 30)\"^^<http://x/type\(index % 4)>"
      }
    return "<http://x/s\(index / 5)> <http://x/p\(index % 11)> \(object)\(graph) .\n"
  }.joined()

  private func rows(_ store: TripleStore) throws -> [[TermID]] {
    let snapshot = try store.snapshot()
    #expect(try snapshot.check().isEmpty)
    return Snapshot.rows(snapshot.scan(.spo, graph: .eachNamed)) + Snapshot.rows(snapshot.scan(.pos))
  }

  @Test(arguments: [1, 900, 1 << 20])
  func piecesMakeTheSameStore(size: Int) throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/source.nq"
    try write(QuadDraftTests.source, to: path)
    let plain = try TripleStore.open(folder.path + "/plain", .create)
    let one = try plain.write { transaction in
      var sink = transaction
      return try RDFReader(format: .nquads).read(path: path, into: &sink)
    }
    let pieced = try TripleStore.open(folder.path + "/pieced", .create)
    let file = try #require(try LineFile(path: path, format: .nquads))
    let many = try pieced.write { transaction in
      var count = 0
      for piece in file.pieces(of: size) {
        var draft = QuadDraft()
        try file.read(piece, into: &draft)
        try transaction.add(draft)
        count += draft.count
      }
      return count
    }
    #expect(one == 6000 && many == one)
    #expect(try rows(plain) == rows(pieced))
  }

  @Test func errorsNameTheLineOfTheFile() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/broken.nt"
    try write("<http://x/s> <http://x/p> <http://x/o> .\n<http://x/s> nothing .\n", to: path)
    let file = try #require(try LineFile(path: path, format: .ntriples))
    let pieces = file.pieces(of: 1)
    #expect(pieces.count == 2)
    var draft = QuadDraft()
    let error = #expect(throws: (any Error).self) { try file.read(pieces[1], into: &draft) }
    #expect("\(error.map { "\($0)" } ?? "")".contains("broken.nt:2:14"))
  }

  private func write(_ text: String, to path: String) throws {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }
}
