/// What a reader could not make sense of in a document, as a sentence each: for people who decide whether to look at the file.
enum Doubts {
  /// The document's doubts behind the warnings that it has already.
  ///
  /// - Complexity: O(paragraphs and markers).
  static func about(_ document: Document) -> [String] {
    document.warnings + markers(document) + numbers(document) + adoption(document)
  }

  /// Markers that lead to no footnote, and footnotes that no marker leads to.
  private static func markers(_ document: Document) -> [String] {
    var doubts: [String] = []
    var used: Set<Int> = []
    for paragraph in document.paragraphs {
      for marker in paragraph.markers {
        if let footnote = marker.footnote {
          used.insert(footnote)
        } else {
          doubts.append("marker \(marker.label) in \(paragraph.fragment) leads to no footnote")
        }
      }
    }
    let idle = document.footnotes.indices.filter {
      !used.contains($0) && Int(document.footnotes[$0].label) != nil
    }
    if used.isEmpty ? idle.count > 1 : !idle.isEmpty {
      let labels = idle.map { document.footnotes[$0].label }.joined(separator: ", ")
      doubts.append("no marker leads to footnote\(idle.count == 1 ? "" : "s") \(labels)")
    }
    return doubts
  }

  /// Operative paragraphs whose numbers leave one out, which may be lost.
  private static func numbers(_ document: Document) -> [String] {
    var doubts: [String] = []
    var last: Int?
    for paragraph in document.paragraphs where paragraph.kind == .operative && paragraph.parent == nil {
      guard let number = paragraph.number.flatMap({ Int($0) }) else { continue }
      if let last, number > last + 1 { doubts.append("paragraph \(number) comes behind paragraph \(last)") }
      last = number
    }
    return doubts
  }

  /// Nothing tells when it was adopted, though it is of a kind that is.
  private static func adoption(_ document: Document) -> [String] {
    let isAdopted = document.symbol.map { [.resolution, .presidentialStatement].contains($0.kind) } ?? false
    return isAdopted && document.adoptedOn == nil ? ["its date of adoption is not found"] : []
  }
}
