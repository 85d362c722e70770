/// Finds footnote markers in plain text — superscripts, digits in square brackets, or digits glued to a word — and takes them out.
///
/// Glued digits are markers only where a note bears that number and it is the next one due or one that stood before:
/// a number such as 1998/72 stays whole.
struct MarkerFinder {
  let labels: Set<Int>
  private let hasStars: Bool
  private(set) var due: Int
  private let sortedLabels: [Int]
  let allowsDetached: Bool

  /// - Parameter allowsDetached: whether a blank may stand between word and marker, as text extraction from PDF puts it.
  init(notes: [Note], allowsDetached: Bool) {
    self.allowsDetached = allowsDetached
    labels = Set(notes.compactMap { Int($0.label) })
    sortedLabels = labels.sorted()
    hasStars = notes.contains { $0.label.hasPrefix("*") }
    due = sortedLabels.first ?? 1
  }

  /// Moves the markers of `blocks`, which stand in document order, out of their words.
  mutating func lift(from blocks: inout [Block]) {
    for index in blocks.indices { lift(from: &blocks[index].text) }
    guard !labels.isEmpty else { return }
    var numbers = NumberMarkers(labels: labels)
    numbers.lift(from: &blocks)
  }

  private mutating func lift(from text: inout RunningText) {
    let bytes = text.bytes
    guard text.markers.isEmpty,
      bytes.contains(where: { $0.isDigit || $0 == 0xC2 || $0 == 0xE2 || $0 == UInt8(ascii: "*") })
    else {
      return
    }
    var out = RunningText()
    out.bytes.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "["), let (label, end) = bracketedLabel(bytes, at) {
        take(label, into: &out)
        at = end
      } else if byte == 0xC2 || byte == 0xE2, let (label, end) = Superscript.run(bytes, at),
        isMarker(label, bytes, at)
      {
        take(label, into: &out)
        at = end
      } else if byte.isDigit {
        var end = at
        while end < bytes.count, bytes[end].isDigit { end += 1 }
        if let label = gluedLabel(bytes, at..<end) ?? detachedLabel(bytes, at..<end) {
          take(label, into: &out)
        } else if let label = labelBeforeNumber(bytes, at..<end) {
          take(label, into: &out)
          out.bytes += bytes[(at + label.utf8.count)..<end]
        } else if let label = labelBehindYear(bytes, at..<end) {
          out.bytes += bytes[at..<at + 4]
          take(label, into: &out)
        } else {
          out.bytes += bytes[at..<end]
        }
        at = end
      } else if byte == UInt8(ascii: "*"), hasStars, at > 0, bytes[at - 1] != 0x20 {
        var end = at
        while end < bytes.count, bytes[end] == byte { end += 1 }
        out.appendMarker(String(repeating: "*", count: end - at))
        at = end
      } else if byte == 0x20, out.bytes.last == 0x20 {
        at += 1
      } else {
        let start = at
        repeat { at += 1 } while at < bytes.count && MarkerFinder.isPlain(bytes[at])
        out.bytes += bytes[start..<at]
      }
    }
    out.finish()
    text = out
  }

  /// Whether no marker starts with the byte, and no blank is it that may be one too many.
  private static func isPlain(_ byte: UInt8) -> Bool {
    !byte.isDigit && byte != 0x20 && byte != 0xC2 && byte != 0xE2 && byte != UInt8(ascii: "*")
      && byte != UInt8(ascii: "[")
  }

  private mutating func take(_ label: String, into out: inout RunningText) {
    out.appendMarker(label)
    if let number = Int(label), number >= due { due = next(after: number) }
  }

  /// The next label, or a number that is none where there is no next.
  private func next(after number: Int) -> Int {
    var low = 0
    var high = sortedLabels.count
    while low < high {
      let middle = (low + high) / 2
      if sortedLabels[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low < sortedLabels.count ? sortedLabels[low] : number &+ 1
  }

  /// A superscript is a marker unless it squares or cubes a unit ("km²") and no such note is there.
  private func isMarker(_ label: String, _ bytes: [UInt8], _ at: Int) -> Bool {
    if let number = Int(label), labels.contains(number) { return true }
    return at == 0 || bytes[at - 1] != UInt8(ascii: "m")
  }
}
