import Documents

/// The texts of a document's paragraphs and footnotes, one after the other with a blank behind each.
struct DocumentTexts: Sendable {
  var bytes: [UInt8] = []
  /// Where each paragraph's text and each footnote's stands.
  private(set) var paragraphs: [Range<Int>] = []
  private(set) var footnotes: [Range<Int>] = []

  /// - Complexity: O(bytes), each copied once.
  init(_ document: Document) {
    paragraphs.reserveCapacity(document.paragraphs.count)
    footnotes.reserveCapacity(document.footnotes.count)
    var count = 0
    for index in document.paragraphs.indices { count += document.paragraphs[index].text.utf8.count }
    for index in document.footnotes.indices { count += document.footnotes[index].text.utf8.count }
    // By experience: what statements say beside the texts is as long again.
    bytes.reserveCapacity(
      count * 2 + document.paragraphs.count + document.footnotes.count + PaddedText.padding)
    for index in document.paragraphs.indices { paragraphs.append(text(document.paragraphs[index].text)) }
    for index in document.footnotes.indices { footnotes.append(text(document.footnotes[index].text)) }
    bytes.append(contentsOf: repeatElement(0x20, count: PaddedText.padding))
  }

  private mutating func text(_ text: String) -> Range<Int> {
    let range = append(text)
    bytes.append(0x20)
    return range
  }

  @discardableResult
  mutating func append(_ text: String) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return start..<bytes.count
  }

  /// Appends what stands at `range`.
  mutating func copy(_ range: Range<Int>) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { copy in
      bytes.withUnsafeBufferPointer { bytes in
        _ = copy.initialize(from: UnsafeBufferPointer(rebasing: bytes[range]))
      }
      bytes.append(contentsOf: copy)
    }
  }

  /// The text of a paragraph.
  ///
  /// - Parameter bytes: those of all texts.
  func paragraph(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> PaddedText {
    PaddedText(UnsafeBufferPointer(rebasing: bytes[paragraphs[index]]))
  }

  /// Where the text of a paragraph or footnote stands.
  func range(of place: Citation.Place) -> Range<Int> {
    switch place {
    case .paragraph(let index): paragraphs[index]
    case .footnote(let index): footnotes[index]
    }
  }
}
