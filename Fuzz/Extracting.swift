import Documents
import Extraction
import Ontology

/// The whole way of a file: reader, document, triples.
struct Extracting: Sendable {
  private let extractor: Extractor

  init() throws { extractor = Extractor(ontology: try .bundled()) }

  func take(_ bytes: [UInt8]) throws {
    for document in try DocumentReader.read(bytes, name: "input") {
      let extraction = extractor.extract(document, source: "input")
      for paragraph in document.paragraphs {
        let length = paragraph.text.utf8.count
        for link in paragraph.links {
          require(link.range.upperBound <= length, "a link beyond its paragraph")
        }
        for marker in paragraph.markers { require(marker.offset <= length, "a marker beyond its paragraph") }
      }
      require(!extraction.triples.isEmpty, "a document without a triple")
    }
  }
}
