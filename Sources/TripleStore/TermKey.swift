import RDF

/// A term that needs the dictionary, as it is looked up: its kind, its text, the number of its language or datatype.
struct TermKey {
  let kind: TermID.Kind
  let text: UnsafeBufferPointer<UInt8>
  let tag: UInt32

  /// 32 bits over all three.
  var hash: UInt64 {
    ByteHash.hash(UnsafeRawBufferPointer(text), seed: UInt64(kind.rawValue) << 32 | UInt64(tag)) >> 32
  }
}

extension TermBytes {
  /// The dictionary kind of an IRI or literal whose literal is not carried in the id.
  var dictionaryKind: TermID.Kind {
    switch kind {
    case .iri: .iri
    case .blank: .blank
    case .literal:
      if !language.isEmpty {
        .languageString
      } else if datatype.isEmpty || isString(datatype) {
        .string
      } else {
        .typed
      }
    }
  }
}

private let stringDatatype: StaticString = "http://www.w3.org/2001/XMLSchema#string"

private func isString(_ datatype: UnsafeBufferPointer<UInt8>) -> Bool {
  datatype.count == stringDatatype.utf8CodeUnitCount
    && datatype.elementsEqual(
      UnsafeBufferPointer(start: stringDatatype.utf8Start, count: stringDatatype.utf8CodeUnitCount))
}

/// The label of a blank node of the store is `b` and its number.
enum BlankLabel {
  static func number(_ label: UnsafeBufferPointer<UInt8>) -> Int? {
    guard label.first == UInt8(ascii: "b") else { return nil }
    let digits = UnsafeBufferPointer(rebasing: label.dropFirst())
    guard let value = CanonicalForm.integer(digits), value >= 0 else { return nil }
    return value
  }

  static func write(_ number: Int, to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var writer = CanonicalForm.Writer(buffer)
    writer.write("b")
    writer.write(number, digits: 1)
    return writer.count
  }
}
