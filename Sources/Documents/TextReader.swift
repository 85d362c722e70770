/// Reads plain text, flowing or as a PDF's text leaves it.
enum TextReader {
  static func read(_ bytes: [UInt8]) -> [Document] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let (texts, notes) = FlowingText.read(lines)
    return documents(texts, notes)
  }

  /// The documents that paragraphs and notes in document order make.
  static func documents(_ texts: [RunningText], _ notes: [Note]) -> [Document] {
    var texts = texts
    var finder = MarkerFinder(notes: notes)
    finder.lift(from: &texts)
    var parser = StructureParser()
    let blocks = parser.place(texts.map { Block(text: $0) })
    return [DocumentAssembler.document(header: parser.header, blocks: blocks, notes: notes, isOnly: true)]
  }
}
