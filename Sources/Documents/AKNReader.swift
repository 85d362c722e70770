import XML

/// Reads AKN4UN, the UN's machine-readable form (Akoma Ntoso 3.0): one document, or one per component.
struct AKNReader {
  private var inline: AKNInline

  /// Whether the tree is Akoma Ntoso.
  static func accepts(_ root: XMLNode) -> Bool { root.name == "akomaNtoso" }

  static func read(_ root: XMLNode) -> [Document] {
    var reader = AKNReader(inline: AKNInline(root: root))
    return reader.documents(root)
  }

  private mutating func documents(_ root: XMLNode) -> [Document] {
    let meta = AKNMeta(root.first("meta"))
    let components = root.elements.filter { $0.name == "components" }.flatMap { $0.all("component") }
    let parts = components.compactMap { $0.elements.first { $0.name == "statement" || $0.name == "doc" } }
    guard !parts.isEmpty, let collection = root.first("documentCollection") else {
      return [document(root, frame: nil, meta: meta, isOnly: true)]
    }
    return parts.map { document($0, frame: collection, meta: meta, isOnly: false) }
  }

  private mutating func document(_ node: XMLNode, frame: XMLNode?, meta: AKNMeta, isOnly: Bool) -> Document {
    var parser = StructureParser()
    if let frame { readHeader(frame, into: &parser) }
    let whole = parser.header
    let inherited = whole.documentSymbols()
    readHeader(node, into: &parser)
    var blocks = AKNBlocks(inline: inline)
    blocks.visit(node)
    let placed = parser.place(blocks.blocks)
    inline = blocks.inline
    var document = DocumentAssembler.document(
      header: parser.header, blocks: placed, notes: inline.notes, isOnly: isOnly)
    if frame != nil, let letter = letter(node), let base = inherited.first {
      document.symbol = partSymbol(letter, of: base, among: inherited)
    }
    if frame != nil { document.partOf = JointDocument.printed(in: whole, holding: document.symbol) }
    document.votes = parser.vote.recorded
    meta.fill(&document)
    return document
  }

  private mutating func readHeader(_ node: XMLNode, into parser: inout StructureParser) {
    for line in node.first("coverPage")?.elements ?? [] { parser.read(headerLine: inline.plain(line)) }
    guard let preface = node.first("preface") else { return }
    if let number = preface.first("docNumber") { parser.read(headerLine: inline.plain(number)) }
    if let title = preface.first("docTitle") { parser.take(title: inline.plain(title)) }
    // A note that hangs on the title or on a part's letter is one of the document's footnotes.
    _ = inline.block(preface)
  }

  /// "A" of a component's heading.
  private mutating func letter(_ node: XMLNode) -> String? {
    guard let number = node.first("preface")?.first("docNumber") else { return nil }
    let text = inline.plain(number).filter { $0.isLetter }
    return text.utf8.count == 1 ? text : nil
  }

  private func partSymbol(_ letter: String, of base: Symbol, among symbols: [Symbol]) -> Symbol {
    if let printed = symbols.first(where: { $0.text.hasSuffix(letter) }) { return printed }
    var stem = base.text
    while let last = stem.last, last.isLetter { stem.removeLast() }
    return Symbol(canonical: stem + letter)
  }
}
