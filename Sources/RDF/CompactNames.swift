@preconcurrency import Glibc

/// Prefixed names for IRIs as bytes: what `PrefixMap.compact` does, for writers that see millions.
struct CompactNames {
  enum Number {
    case integer
    case decimal
    case boolean
  }

  private let prefixes: [(namespace: [UInt8], prefix: [UInt8])]
  private let xsd = Array(XSD.namespace.utf8)

  init(_ map: PrefixMap) {
    prefixes = map.pairs.map { (Array($0.namespace.utf8), Array("\($0.prefix):".utf8)) }
  }

  /// `prefix:` and the local name, where the longest declared namespace leaves a name that needs no escape.
  ///
  /// - Complexity: O(prefixes + length).
  func compact(_ iri: UnsafeBufferPointer<UInt8>) -> ([UInt8], UnsafeBufferPointer<UInt8>)? {
    var best: Int?
    var length = 0
    for (index, entry) in prefixes.enumerated() {
      let count = entry.namespace.count
      // The last bytes of namespaces differ sooner than the first.
      guard count > length, count < iri.count, entry.namespace[count - 1] == iri[count - 1],
        starts(iri, with: entry.namespace)
      else { continue }
      if isPlainLocal(iri[count...]) {
        best = index
        length = count
      }
    }
    guard let best else { return nil }
    return (prefixes[best].prefix, UnsafeBufferPointer(rebasing: iri[length...]))
  }

  /// The kind of number that a datatype IRI stands for, of those that Turtle writes bare.
  func number(_ datatype: UnsafeBufferPointer<UInt8>) -> Number? {
    guard datatype.count > xsd.count, starts(datatype, with: xsd) else { return nil }
    let local = datatype[xsd.count...]
    if local.elementsEqual("integer".utf8) { return .integer }
    if local.elementsEqual("decimal".utf8) { return .decimal }
    return local.elementsEqual("boolean".utf8) ? .boolean : nil
  }

  private func starts(_ text: UnsafeBufferPointer<UInt8>, with prefix: [UInt8]) -> Bool {
    memcmp(text.baseAddress.unsafelyUnwrapped, prefix, prefix.count) == 0
  }
}

/// Whether `local` may follow a prefix as it stands: letters, digits, `_`, and inside also `-` and `.` (PN_LOCAL of Turtle §6.5,
/// without what would need an escape).
func isPlainLocal(_ local: some BidirectionalCollection<UInt8>) -> Bool {
  guard let first = local.first, first != UInt8(ascii: "-"), first != UInt8(ascii: ".") else { return false }
  if local.last == UInt8(ascii: ".") { return false }
  return local.allSatisfy { byte in
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }
}
