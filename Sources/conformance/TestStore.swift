import Diagnostics
import Glibc
import RDF
import TripleStore

/// Stores that last as long as a test.
enum TestStore {
  /// Calls `body` with an empty store in a folder that is gone afterwards.
  static func with<Result>(_ body: (TripleStore) throws -> Result) throws -> Result {
    var template = Array("/tmp/conformance-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Diagnostic.error("no temporary folder") }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer {
      for name in ["data.mdb", "lock.mdb", "stemma-store"] { unlink(folder + "/store/" + name) }
      rmdir(folder + "/store")
      rmdir(folder)
    }
    return try body(try TripleStore.open(folder + "/store", .create))
  }
}

extension Transaction {
  /// Adds the triples of a file, read under its IRI, to a graph; nil = the unnamed one.
  func load(_ file: (iri: String, path: String), into graph: String?) throws {
    beginSource()
    try add(try Graph.quads(path: file.path, base: file.iri).map(\.triple), graph: graph.map { .iri($0) })
  }
}

extension Snapshot {
  /// Everything that is in the store.
  var quads: [Quad] {
    var found: [Quad] = []
    let columns = UnsafeMutablePointer<TermID>.allocate(capacity: 3 * 1024)
    defer { columns.deallocate() }
    for graph in [TermID.none] + graphs {
      let scan = scan(.spo, graph: .graph(graph))
      while case let count = scan.next(columns, columns + 1024, columns + 2048, graph: nil, capacity: 1024),
        count > 0
      {
        for row in 0..<count {
          guard case .iri(let predicate) = term(columns[1024 + row]) else { continue }
          found.append(
            Quad(
              Triple(term(columns[row]), predicate, term(columns[2048 + row])),
              graph: graph.isBound ? term(graph) : nil))
        }
      }
    }
    return found
  }
}
