/// Footnote markers glued to a number — "1998/72" + "11" — where no other place has the marker of a note.
struct NumberMarkers {
  /// The notes' labels.
  let labels: Set<Int>
  /// Steps that may still be taken, many times what a resolution takes: a text made to be slow costs a second, and loses such
  /// markers. A step is a byte that is looked through or a number that is passed; one that is compared counts for more.
  private var budget = 1 << 29

  init(labels: Set<Int>) { self.labels = labels }

  /// Moves such markers, of the notes that no marker has led to yet, out of the numbers.
  ///
  /// - Complexity: O(bytes), and for each such note O(numbers) of the texts between the markers of its neighbours and O(bytes)
  ///   of the text where one is found.
  mutating func lift(from blocks: inout [Block]) {
    var first: [Int: (text: Int, offset: Int)] = [:]
    for (index, block) in blocks.enumerated() {
      for marker in block.text.markers {
        if let number = Int(marker.label), first[number] == nil { first[number] = (index, marker.offset) }
      }
    }
    if labels.allSatisfy({ first[$0] != nil }) { return }
    var numbers = blocks.map { NumberMarkers.numbers(in: $0.text.bytes) }
    let sorted = labels.sorted()
    // The first marker of all the notes behind each.
    var next = [(text: Int, offset: Int)](repeating: (blocks.count - 1, Int.max), count: sorted.count)
    for index in sorted.indices.dropLast().reversed() {
      let known = first[sorted[index + 1]] ?? next[index + 1]
      next[index] = known < next[index + 1] ? known : next[index + 1]
    }
    var before = (text: 0, offset: 0)
    for (place, label) in sorted.enumerated() {
      if first[label] == nil, before <= next[place],
        let (index, offset) = gluedNumber(String(label), in: blocks, numbers, from: before, to: next[place])
      {
        remove(String(label), at: offset, from: &blocks[index].text)
        budget -= blocks[index].text.bytes.count
        numbers[index] = NumberMarkers.numbers(in: blocks[index].text.bytes)
        first[label] = (index, offset)
      }
      if budget < 0 { return }
      if let known = first[label], before < known { before = known }
    }
  }

  /// Where a figure of two digits and more stands.
  private struct Number {
    let start: UInt32
    let end: UInt32
  }

  private static func numbers(in bytes: [UInt8]) -> [Number] {
    bytes.withUnsafeBufferPointer { bytes in
      var numbers: [Number] = []
      var at = 0
      while at < bytes.count {
        guard bytes[at].isDigit else {
          at += 1
          continue
        }
        let start = at
        while at < bytes.count, bytes[at].isDigit { at += 1 }
        if at - start > 1 { numbers.append(Number(start: UInt32(start), end: UInt32(at))) }
      }
      return numbers
    }
  }

  /// The one place between two markers where a document's number ends in the digits of `label`; nil where there are none or several.
  private mutating func gluedNumber(
    _ label: String, in blocks: [Block], _ numbers: [[Number]], from: (text: Int, offset: Int),
    to: (text: Int, offset: Int)
  ) -> (text: Int, offset: Int)? {
    var found: [(Int, Int)] = []
    for index in from.text...to.text {
      budget -= 1 + numbers[index].count
      if budget < 0 { return nil }
      for number in numbers[index] {
        let range = Int(number.start)..<Int(number.end)
        // A number may begin behind the first of the two markers, and must before the second.
        let start = index == from.text ? max(range.lowerBound, from.offset) : range.lowerBound
        if index == to.text, start >= to.offset { break }
        let rest = range.upperBound - label.utf8.count
        guard rest > start, blocks[index].text.bytes[range.upperBound - 1] == label.utf8.last else {
          continue
        }
        budget -= 16
        let bytes = blocks[index].text.bytes
        guard bytes[rest..<range.upperBound].elementsEqual(label.utf8),
          MarkerContext.ends(bytes, range.upperBound)
        else { continue }
        let isYear =
          rest - start == 4 && (bytes[start] == UInt8(ascii: "1") || bytes[start] == UInt8(ascii: "2"))
        let isNumber = start > 0 && bytes[start - 1] == UInt8(ascii: "/")
        if isYear || isNumber || isName(bytes, start..<rest, in: blocks) { found.append((index, rest)) }
      }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether the number and the word before it, as in "Agenda 21", stand together elsewhere, so that further digits are none of it.
  private mutating func isName(_ bytes: [UInt8], _ number: Range<Int>, in blocks: [Block]) -> Bool {
    guard number.lowerBound > 2, bytes[number.lowerBound - 1] == 0x20 else { return false }
    var start = number.lowerBound - 1
    while start > 0, bytes[start - 1].isLetter { start -= 1 }
    guard start < number.lowerBound - 1, bytes[start].isUpper else { return false }
    let name = Array(bytes[start..<number.upperBound])
    budget -= blocks.reduce(0) { $0 + $1.text.bytes.count }
    return budget > 0 && blocks.contains { ByteSearch.contains(name, in: $0.text.bytes, before: " ,;.") }
  }

  private func remove(_ label: String, at offset: Int, from text: inout RunningText) {
    let length = label.utf8.count
    text.bytes.removeSubrange(offset..<offset + length)
    for index in text.markers.indices where text.markers[index].offset > offset {
      text.markers[index].offset -= length
    }
    let place = text.markers.firstIndex { $0.offset > offset } ?? text.markers.count
    text.markers.insert(Marker(offset: offset, footnote: nil, label: label), at: place)
  }
}
