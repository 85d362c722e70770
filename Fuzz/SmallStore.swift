import Glibc
import RDF
import TripleStore

/// Thirty quads in which everything occurs: cycles, numbers of all kinds, dates, languages, blank nodes, two named graphs.
enum SmallStore {
  private static let text = """
    @prefix : <http://x/> .
    :n0 :p0 :n1 ; :p1 1, "one" ; a :C . :n1 :p0 :n2 ; :p1 2, 0.5 . :n2 :p0 :n0, :n3 ; :p1 -3, "un"@fr . :n3 :p2 :n3, _:b ; :p1 2.25e0 .
    _:b :p0 :n4 ; :p1 "2020-12-31"^^<http://www.w3.org/2001/XMLSchema#date>, true .
    :n4 :p2 :n5 ; :p1 "2021-01-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
    :g0 { :n0 :p0 :n1 . :n5 :p0 :n0 ; :p1 30 . :n1 :p2 :n4 } :g1 { :n5 :p2 :n1, :n2 . :n2 :p1 "resolution 75/240"@en, "" . :n0 :p0 :n5 }
    """

  /// Makes the store in the current folder, or empties and fills the one there.
  static func open(_ path: String = "small.store") throws -> TripleStore {
    let store = try TripleStore.open(path, .create)
    try fill(store)
    return store
  }

  static func fill(_ store: TripleStore) throws {
    try store.write { transaction in
      try transaction.removeEverything()
      var sink = transaction
      try RDFReader(format: .trig).read(text: text, name: "small", into: &sink)
    }
  }
}
