/// The first few texts that are asked for of a chunk of IRIs as it is stored; several threads may use it in turn.
struct SingleTexts: @unchecked Sendable {
  /// Texts after which to write the chunk out takes less than to read them alone.
  static let most = 32

  private let chunk: TermChunk
  private var texts: [(slot: Int, text: UnsafeMutableBufferPointer<UInt8>)] = []

  /// - Parameter chunk: of the form `prefixed`, in the map.
  init(_ chunk: TermChunk) { self.chunk = chunk }

  /// The text of an entry, valid until `deallocate`; nil where enough has been read alone.
  mutating func text(_ slot: Int) -> UnsafeBufferPointer<UInt8>? {
    if let known = texts.first(where: { $0.slot == slot }) { return UnsafeBufferPointer(known.text) }
    if texts.count == SingleTexts.most { return nil }
    var bytes: [UInt8] = []
    PrefixedTexts.read(slot, of: chunk, into: &bytes)
    let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = text.initialize(from: bytes)
    texts.append((slot, text))
    return UnsafeBufferPointer(text)
  }

  func deallocate() { for entry in texts { entry.text.deallocate() } }
}
