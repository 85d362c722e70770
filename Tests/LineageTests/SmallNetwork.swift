import Foundation
import Lineage
import QueryEngine
import RDF
import TripleStore

/// A store made from lines: "A/RES/90/2 2034-12-01 Some title" for a document that is held, "A/RES/90/2 > A/RES/90/1 A/90/7"
/// for what it cites; the General Assembly's, with the session of the symbol and agenda item 7.
struct SmallNetwork {
  private let graph: LocalGraph

  init(_ text: String) throws {
    let documents = try SmallNetwork.triples(text)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-lineage-\(UUID())")
      .path
    let store = try TripleStore.open(folder, .create)
    try store.write { try $0.add(documents) }
    // The open file outlives its folder's name.
    try FileManager.default.removeItem(atPath: folder)
    graph = LocalGraph(store)
  }

  func ancestry(of symbol: String, relations: [String] = ["cites"]) throws -> Ancestry {
    try Ancestry(
      of: IRI(Stemma.documents + symbol), relations: relations.map { Stemma.term($0) }, in: graph)
  }

  private static func triples(_ text: String) throws -> [Triple] {
    text.split(separator: "\n").flatMap { line -> [Triple] in
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      let document = Term.iri(IRI(Stemma.documents + words[0]))
      if words[1] == ">" {
        return words[2].split(separator: " ").map {
          Triple(document, Stemma.term("cites"), .iri(IRI(Stemma.documents + $0)))
        }
      }
      let session = String(words[0].split(separator: "/")[2])
      return [
        Triple(document, RDF.type, .iri(Stemma.term("Resolution"))),
        Triple(document, DCTerms.title, .literal(Literal(words[2]))),
        Triple(document, Stemma.term("adoptedOn"), .literal(Literal(words[1], datatype: XSD.date))),
        Triple(document, Stemma.term("organ"), .iri(Stemma.term("generalAssembly"))),
        Triple(document, Stemma.term("session"), .literal(Literal(session))),
        Triple(document, Stemma.term("agendaItem"), .literal(Literal("7"))),
        Triple(document, DCTerms.hasPart, .iri(IRI(Stemma.documents + words[0] + "#pp1"))),
      ]
    }
  }
}
